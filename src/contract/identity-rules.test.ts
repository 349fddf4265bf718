import { JSDOM } from 'jsdom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { reservedUsernames } from './reserved-usernames.ts';
import * as rules from './rules.ts';

/** The rule codes that a value breaks; none when it is accepted. */
const broken = (schema: z.ZodMiniType, value: unknown): string[] => {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
};

const legal = [...'ABCXYZabcxyz0189_-'];

describe('username', () => {
  const legalName = fc
    .string({ unit: fc.constantFrom(...legal), minLength: 3, maxLength: 30 })
    .filter((name) => !reservedUsernames.has(name.toLowerCase()));

  it('accepts 3 to 30 letters, digits, underscores and hyphens, kept as they are', () => {
    fc.assert(
      fc.property(legalName, (name) => {
        expect(rules.username.parse(name)).toBe(name);
      }),
    );
  });

  it('refuses every other character, wherever it stands', () => {
    const other = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 });
    fc.assert(
      fc.property(legalName, other, fc.nat(), (name, character, at) => {
        fc.pre(!/^[\w-]$|\p{Default_Ignorable_Code_Point}/u.test(character));
        // What stands around a name, or an @ before it, is not meant.
        const index = 1 + (at % (name.length - 1));
        const value = name.slice(0, index) + character + name.slice(index);
        expect(broken(rules.username, value)).toEqual(['username_characters']);
      }),
    );
  });

  it('refuses fewer than 3 and more than 30 characters', () => {
    const outside = fc.oneof(
      fc.string({ unit: fc.constantFrom(...legal), maxLength: 2 }),
      fc.string({ unit: fc.constantFrom(...legal), minLength: 31, maxLength: 80 }),
    );
    fc.assert(
      fc.property(outside, (name) => {
        expect(broken(rules.username, name)).toEqual(['username_length']);
      }),
    );
  });

  it.each([...reservedUsernames])('refuses the reserved name %s in any case', (name) => {
    expect(broken(rules.username, name)).toEqual(['username_reserved']);
    expect(broken(rules.username, name.toUpperCase())).toEqual(['username_reserved']);
  });

  it.each(['@ada', ' ada\n', '＠ada', '\u2066@\u200bada\u2069\ufeff', '@ ada', 'ad\u00ada'])(
    'takes %j for ada',
    (typed) => {
      expect(rules.username.parse(typed)).toBe('ada');
    },
  );

  it.each([
    ['@', 'username_length'],
    ['@@', 'username_length'],
    ['a@da', 'username_characters'],
    ['ada@', 'username_characters'],
    ['@Admin', 'username_reserved'],
  ])('refuses %j', (typed, code) => {
    expect(broken(rules.username, typed)).toEqual([code]);
  });
});

describe('email', () => {
  const { document } = new JSDOM('').window;
  const input = document.createElement('input');
  input.type = 'email';
  const browserAccepts = (value: string): boolean => {
    input.value = value;
    return value !== '' && input.value === value && input.checkValidity();
  };

  const label = fc.string({ unit: fc.constantFrom(...'abZ09-'), minLength: 1, maxLength: 66 });
  const domain = fc.array(label, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));
  const local = fc.string({
    unit: fc.constantFrom(...".!#$%&'*+/=?^_`{|}~-aZ9"),
    minLength: 1,
    maxLength: 30,
  });

  it('accepts exactly what a browser accepts in an email field', () => {
    const nearly = fc.oneof(
      { weight: 4, arbitrary: fc.tuple(local, domain).map((parts) => parts.join('@')) },
      fc.tuple(local, fc.string({ unit: 'binary', maxLength: 8 })).map((p) => p.join('@')),
      fc.tuple(fc.string({ unit: 'binary', maxLength: 8 }), domain).map((p) => p.join('@')),
      fc.string({ unit: fc.constantFrom('a', '@', '.', '-', ' ', '"', 'é'), maxLength: 9 }),
    );
    let accepted = 0;
    fc.assert(
      fc.property(nearly, (address) => {
        fc.pre(address.length <= rules.limits.email.max && address === address.trim());
        const expected = browserAccepts(address);
        if (expected) accepted += 1;
        expect(rules.email.safeParse(address).success).toBe(expected);
      }),
      { numRuns: 1000 },
    );
    expect(accepted).toBeGreaterThan(50);
  });

  it.each(['ada@localhost', "o'hara+tag@xn--bcher-kva.example", 'a@b.c', '.a..b.@example.com'])(
    'accepts %s',
    (address) => {
      expect(rules.email.parse(address)).toBe(address);
    },
  );

  it.each(['', 'ada', '@b.c', 'a@', 'a@b.', 'a@-b', 'a@b-', 'a b@c', 'a@b@c', 'ä@b.c', 'a@[::1]'])(
    'refuses "%s"',
    (address) => {
      expect(broken(rules.email, address)).toEqual(['email_invalid']);
    },
  );

  it('takes a pasted address without the spaces and line breaks around it', () => {
    expect(rules.email.parse(' ada@example.com\n')).toBe('ada@example.com');
  });

  it('refuses an address longer than mail can carry', () => {
    const address = (length: number) => `${'a'.repeat(length - 4)}@b.c`;
    expect(broken(rules.email, address(254))).toEqual([]);
    expect(broken(rules.email, address(255))).toEqual(['email_invalid']);
  });
});

describe('avatarUrl', () => {
  it('accepts any https URL, kept as it was typed', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['https'], withQueryParameters: true }), (url) => {
        expect(rules.avatarUrl.parse(url)).toBe(url);
      }),
    );
    expect(rules.avatarUrl.parse('HTTPS://Example.com/A.png')).toBe('HTTPS://Example.com/A.png');
  });

  it.each([
    'javascript:alert(1)',
    'javascript://https://x/%0aalert(1)',
    'data:image/svg+xml,<svg onload=alert(1)>',
    'http://example.com/a.png',
    '//example.com/a.png',
    '/a.png',
    'text',
    '',
    'https:',
    'https://',
    'https:example.com',
    'https:\\\\example.com',
    'blob:https://example.com/1',
    'https://user@example.com/a.png',
    'https://user:secret@example.com/a.png',
    'https://:secret@example.com/a.png',
    'https://exa mple.com/',
    'https://exa\nmple.com/',
    'https://example.com/\u0000',
    'https://example.com/\ud800',
    'https://example.com:99999/',
  ])('refuses %j', (url) => {
    expect(broken(rules.avatarUrl, url)).toEqual(['avatar_url_https']);
  });

  it('refuses every other scheme', () => {
    const scheme = fc.stringMatching(/^[a-z][a-z0-9+.-]{0,9}$/).filter((name) => name !== 'https');
    fc.assert(
      fc.property(scheme, (name) => {
        expect(broken(rules.avatarUrl, `${name}://example.com/a.png`)).toEqual([
          'avatar_url_https',
        ]);
      }),
    );
  });

  it('refuses more than 2048 characters', () => {
    const url = (length: number) => 'https://example.com/'.padEnd(length, 'a');
    expect(broken(rules.avatarUrl, url(2048))).toEqual([]);
    expect(broken(rules.avatarUrl, url(2049))).toEqual(['avatar_url_length']);
  });
});
