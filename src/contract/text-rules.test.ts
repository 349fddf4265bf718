import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import * as rules from './rules.ts';
import { userPatchFields } from './user.ts';

const broken = (schema: z.ZodMiniType, value: unknown): string[] => {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
};

/** Characters of one code point each that are longer in UTF-16 or UTF-8, or invisible alone. */
const characters = ['a', 'é', 'e\u0301'.slice(1), 'ß', '漢', '😀', '\u200d', '🏽', 'ع', '\u202e'];

describe.each([
  ['name', rules.name, rules.limits.name.max, 'name_length'],
  ['bio', rules.bio, rules.limits.bio.max, 'bio_length'],
] as const)('%s', (_, schema, max, code) => {
  it.each(characters)('counts %j as one, up to the limit', (character) => {
    const text = (length: number) => character.repeat(length);
    expect(schema.parse(text(max))).toBe(text(max));
    expect(broken(schema, text(max + 1))).toEqual([code]);
  });

  it('refuses each control character', () => {
    const allowed = code === 'bio_length' ? ['\n', '\r'] : [];
    const controls = Array.from({ length: 0xa0 }, (_unused, at) => String.fromCodePoint(at))
      .filter((character) => /\p{Cc}/u.test(character))
      .filter((character) => !allowed.includes(character));
    expect(controls.length).toBeGreaterThan(60);
    const accepted = controls.filter((character) => broken(schema, `a${character}b`).length === 0);
    expect(accepted).toEqual([]);
    expect(broken(schema, 'a\u0000b')).toEqual(['control_characters']);
  });

  it('refuses a lone surrogate, which no database keeps', () => {
    expect(broken(schema, 'a\ud83db')).toEqual(['control_characters']);
    expect(broken(schema, 'a\ude00b')).toEqual(['control_characters']);
  });

  it('keeps any other text, markup and bidirectional marks included', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: max / 10 });
    fc.assert(
      fc.property(text, (value) => {
        fc.pre(value.trim() !== '' && rules.codePoints(value) <= max && !/\p{Cc}/u.test(value));
        const expected = code === 'name_length' ? value.trim() : value;
        expect(schema.parse(value)).toBe(expected);
      }),
    );
    expect(schema.parse('<script>alert(1)</script>')).toBe('<script>alert(1)</script>');
  });
});

describe('name', () => {
  it.each(['', ' ', '\t\n', '\u00a0\u3000'])('refuses %j as no name', (name) => {
    expect(broken(rules.name, name)).toEqual(['name_required']);
  });

  it('cannot be cleared', () => {
    expect(broken(userPatchFields.name, null)).toEqual(['type_invalid']);
  });
});

describe('bio', () => {
  it('may be empty and keeps its line breaks, of whatever system', () => {
    expect(rules.bio.parse('')).toBe('');
    expect(rules.bio.parse('a\r\nb\rc\nd')).toBe('a\nb\nc\nd');
  });
});

describe('confirm', () => {
  it('is literally true', () => {
    expect(broken(rules.confirm, true)).toEqual([]);
    for (const value of [false, 'true', 1, null, undefined, {}])
      expect(broken(rules.confirm, value)).toEqual(['confirm_required']);
  });
});

describe('every rule', () => {
  const fields = Object.entries({
    ...userPatchFields,
    twitter: rules.twitter,
    discord: rules.discord,
  });
  const samples = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...' @+-./(x\r\n\t1a'), maxLength: 24 }),
    fc.constantFrom('x.com/@x.com/ @ada', '@@ada', ' +44 (20) 7946-0123 ', ' Ada ', 'a@b.c '),
    fc.constantFrom('US/Pacific', 'europe/london', 'EN-gb', 'zh-hant', 'ada_lovelace'),
    fc.webUrl(),
    fc.emailAddress(),
  );

  it.each(fields)('%s leaves what it accepted as it is, the second time too', (_, schema) => {
    let accepted = 0;
    fc.assert(
      fc.property(samples, (value) => {
        const once = schema.safeParse(value);
        if (!once.success) return;
        accepted += 1;
        expect(schema.parse(once.data)).toBe(once.data);
      }),
      { numRuns: 500 },
    );
    expect(accepted).toBeGreaterThan(0);
  });

  it.each(fields)('%s names a rule for anything that is no text', (_, schema) => {
    for (const value of [1, true, [], {}, ['a'], Symbol.iterator, new Date(0)])
      expect(broken(schema, value)[0]).toBe('type_invalid');
  });

  it.each(fields)('%s answers any text with a value or with known rule codes', (_, schema) => {
    const known: readonly string[] = rules.ruleCodes;
    fc.assert(
      fc.property(samples, (value) => {
        for (const code of broken(schema, value)) expect(known).toContain(code);
      }),
    );
  });
});
