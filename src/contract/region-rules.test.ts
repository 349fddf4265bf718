import { createRequire } from 'node:module';
import fc from 'fast-check';
import { getExampleNumber } from 'libphonenumber-js';
import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' };
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

describe('phone number', () => {
  const countries = Object.keys(examples) as (keyof typeof examples)[];
  const formats = countries.flatMap((country) => {
    const number = getExampleNumber(country, examples);
    if (!number) return [];
    return [number.number, number.formatInternational(), number.formatNational()];
  });
  const digits = (text: string) => text.replace(/\D/g, '');
  const stored = (text: string) => (text.startsWith('+') ? '+' : '') + digits(text);
  // Small places have national numbers of 5 and 6 digits; with the country's code they are longer.
  const long = formats.filter((text) => digits(text).length >= 7);
  const short = formats.filter((text) => digits(text).length < 7);

  it('takes the number of every country as written there or abroad and keeps every digit', () => {
    expect(long.length).toBeGreaterThan(700);
    const lost = long.filter((text) => {
      const parsed = rules.phoneNumber.safeParse(text);
      return !parsed.success || parsed.data !== stored(text);
    });
    expect(lost).toEqual([]);
  });

  it('refuses only national numbers that are too short to be known without a country', () => {
    expect(short.filter((text) => text.startsWith('+'))).toEqual([]);
    expect(short.filter((text) => accepts(rules.phoneNumber, text))).toEqual([]);
  });

  it('takes a number copied from a phone, with the invisible marks and dashes around it', () => {
    const number = '+442079460123';
    expect(rules.phoneNumber.parse('\u202a+44\u00a020 7946\u20110123\u202c')).toBe(number);
    expect(rules.phoneNumber.parse('\u2068(+44 20 7946 0123'.replace('(', ''))).toBe(number);
    expect(rules.phoneNumber.parse('\ufeff\u200e+44 (20) 7946\u20130123\u200f')).toBe(number);
  });

  it('keeps the digits and the plus of any number, whatever stands between', () => {
    const separator = fc.constantFrom('', ' ', '-', '.', '(', ')', '\u00a0', '\u200e', '\u202c');
    const digit = fc.constantFrom(...'0123456789');
    const typed = fc.array(fc.tuple(digit, separator), { minLength: 7, maxLength: 15 });
    fc.assert(
      fc.property(fc.boolean(), typed, (plus, parts) => {
        const text = (plus ? '+' : '') + parts.flat().join('');
        expect(rules.phoneNumber.parse(text)).toBe(stored(text));
      }),
    );
  });

  it.each([
    '',
    '+',
    '123456',
    '1234567890123456',
    '++441234567',
    '44+1234567',
    '+44 1234567 x12',
    'call 1234567',
    '٠١٢٣٤٥٦٧',
    '0800FLOWERS',
    '1234567\u0000',
  ])('refuses %j', (text) => {
    expect(accepts(rules.phoneNumber, text)).toBe(false);
  });
});
