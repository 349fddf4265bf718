import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as rules from './rules.ts';

const require = createRequire(import.meta.url);
const { zones } = require('tzdata') as { zones: Record<string, unknown> };
const { availableLocales } = require('cldr-core/availableLocales.json') as {
  availableLocales: { full: string[] };
};

const accepts = (
  schema: { safeParse: (value: unknown) => { success: boolean } },
  value: unknown,
): boolean => schema.safeParse(value).success;

describe('time zone', () => {
  // `Factory` is the database's own word for "not set yet".
  const names = Object.keys(zones).filter((name) => name !== 'Factory');

  it('accepts every zone and link of the IANA database, kept as it is', () => {
    expect(names.length).toBeGreaterThan(590);
    expect(names.filter((name) => !accepts(rules.timezone, name))).toEqual([]);
    expect(rules.timezone.parse('Asia/Calcutta')).toBe('Asia/Calcutta');
    expect(rules.timezone.parse('US/Pacific')).toBe('US/Pacific');
  });

  it.each([
    'text',
    'Factory',
    '',
    ' ',
    '+01:00',
    '-0800',
    '+00',
    'UTC+1',
    'GMT+1',
    'GMT+01:00',
    'Z',
    'Europe/Lundon',
    'Europe',
    'Europe/London ',
    ' Europe/London',
    'Europe/London\u0000',
    'Europe/London\n',
    '../etc/passwd',
    'localtime',
    'Etc/Unknown',
    'Europe/İstanbul',
  ])('refuses %j', (value) => {
    expect(accepts(rules.timezone, value)).toBe(false);
  });

  it('refuses every offset', () => {
    const offset = fc.stringMatching(/^[+\-\u2212]\d{1,2}(:?\d{2})?$/);
    fc.assert(
      fc.property(offset, (value) => {
        expect(accepts(rules.timezone, value)).toBe(false);
      }),
    );
  });

  it('accepts no random text that is no name of the database', () => {
    const known = new Set(names.map((name) => name.toLowerCase()));
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), (value) => {
        fc.pre(!known.has(value.toLowerCase()));
        expect(accepts(rules.timezone, value)).toBe(false);
      }),
    );
  });
});

describe('locale', () => {
  it('accepts every locale of the CLDR, kept as it is', () => {
    const { full } = availableLocales;
    expect(full.length).toBeGreaterThan(700);
    expect(full.filter((tag) => !accepts(rules.locale, tag))).toEqual([]);
  });

  it.each([
    'en',
    'EN-gb',
    'zh-Hant-TW',
    'sr-Latn',
    'de-1996',
    'ca-valencia',
    'es-419',
    'und',
    'en-x-ada',
    'ar-u-nu-latn',
    'th-TH-u-ca-buddhist',
  ])('accepts %s unchanged', (tag) => {
    expect(rules.locale.parse(tag)).toBe(tag);
  });

  it.each([
    'text',
    '',
    'e',
    'en_GB',
    'en-',
    '-en',
    'en--GB',
    'english-british-tag1',
    'de-1996-1996',
    'en-GB\u0000',
    'en, de',
    '*',
  ])('refuses %j', (tag) => {
    expect(accepts(rules.locale, tag)).toBe(false);
  });
});
