import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import * as rules from './rules.ts';
import { userPatchFields } from './user.ts';

const broken = (schema: z.ZodMiniType, value: unknown): string[] => {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
};

/** Characters of one code point each that are longer in UTF-16 or UTF-8, or invisible. */
const characters = ['a', 'é', 'e\u0301'.slice(1), 'ß', '漢', '😀', '\u200d', '🏽', 'ع', '\u202e'];

describe.each([
  ['name', rules.name, rules.limits.name.max, 'name_length'],
  ['bio', rules.bio, rules.limits.bio.max, 'bio_length'],
] as const)('%s', (_, schema, max, code) => {
  it.each(characters)('counts %j as one, up to the limit', (character) => {
    const text = (length: number) => `a${character.repeat(length - 1)}`;
    expect(schema.parse(text(max))).toBe(text(max));
    expect(broken(schema, text(max + 1))).toEqual([code]);
  });

  it('refuses each control character', () => {
    // Some are how a line, a cell or a page ends where the text comes from.
    const allowed = [...'\t\n\v\f\r\u0085'];
    const controls = Array.from({ length: 0xa0 }, (_unused, at) => String.fromCodePoint(at))
      .filter((character) => /\p{Cc}/u.test(character))
      .filter((character) => !allowed.includes(character));
    expect(controls.length).toBe(65 - allowed.length);
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
        fc.pre(rules.canBeSeen(value) && rules.codePoints(value) <= max);
        fc.pre(!/[\p{Cc}\u2028\u2029]|^\ufeff|\ufeff$/u.test(value));
        const expected = code === 'name_length' ? value.trim() : value;
        expect(schema.parse(value)).toBe(expected);
      }),
    );
    expect(schema.parse('<script>alert(1)</script>')).toBe('<script>alert(1)</script>');
  });
});

/** One character each of what draws nothing, and some of them together. */
const unseen = [
  '\u3164',
  '\uffa0',
  '\u115f',
  '\u1160',
  '\u200b',
  '\u2060',
  '\u2800',
  '\u00ad',
  '\ufeff',
  '\u034f',
  '\u061c',
  '\u180e',
  '\u17b4',
  '\ufe0f',
  '\ufffc',
  '\u{e0061}',
  '\u{1d159}',
  '\u202e\u202c',
  '\u2066\u2069',
  '\u0301',
  '\u200d\u0301 \u3000',
];

describe('name', () => {
  it.each(['', ' ', '\t\n', '\u00a0\u3000', ...unseen])('refuses %j as no name', (name) => {
    expect(broken(rules.name, name)).toEqual(['name_required']);
  });

  it.each(['Ada\tKing', 'Ada\nKing', 'Ada\r\nKing', 'Ada\u2028King', 'Ada\u0085\vKing\f'])(
    'takes %j as written on one line',
    (name) => {
      expect(rules.name.parse(name)).toBe('Ada King');
    },
  );

  it.each(['👨‍👩‍👧‍👦', 'می‌خواهم', 'क्‍ष', '\u200fעדה', 'ㄱ', '.', '🏽'])('keeps %j as it is', (name) => {
    expect(rules.name.parse(name)).toBe(name);
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

  it('keeps tabs, and ends a line where other programs ended it', () => {
    expect(rules.bio.parse('a\tb')).toBe('a\tb');
    expect(rules.bio.parse('a\u2028b\u2029c\vd\fe\u0085f')).toBe('a\nb\nc\nd\ne\nf');
  });

  it('has no byte order marks around it', () => {
    expect(rules.bio.parse('\ufeff\ufeffa\ufeffb\ufeff')).toBe('a\ufeffb');
  });

  it.each([' ', '\n\t', ...unseen])('is empty when nothing of it can be seen: %j', (bio) => {
    expect(rules.bio.parse(bio)).toBe('');
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
    fc.constantFrom('https://x.com/ada?s=21', 'https://discord.com/users/123456789012345678'),
    fc.constantFrom(
      'Ada#0',
      'Ada#0#0',
      '\ufeffa',
      '\ufeff \ufeffa',
      'a\u2028b',
      '\u200b@\u200bada',
    ),
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
