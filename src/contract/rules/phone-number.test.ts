import fc from 'fast-check';
import { getExampleNumber } from 'libphonenumber-js';
import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' };
import { describe, expect, it, vi } from 'vitest';
import { phoneNumber } from './phone-number.ts';

const read = (text: string) => {
  const { data, error } = phoneNumber.safeParse(text);
  return data ?? error?.issues.map(({ message }) => message).join();
};
const accepts = (text: string) => phoneNumber.safeParse(text).success;

const countries = Object.keys(examples) as (keyof typeof examples)[];
const formats = countries.flatMap((country) => {
  const number = getExampleNumber(country, examples);
  if (!number) return [];
  return [number.number, number.formatInternational(), number.formatNational(), number.getURI()];
});
const digits = (text: string) => text.replace(/\D/g, '');
const stored = (text: string) => (/^(tel:)?\+/.test(text) ? '+' : '') + digits(text);

/** What people and programs put between, around and into numbers. */
const marks = [
  '',
  ' ',
  '-',
  '.',
  '(',
  ')',
  '/',
  '·',
  '~',
  '[',
  ']',
  '	',
  '\n',
  '\xA0',
  ' ',
  '　',
  '‑',
  '–',
  '−',
  '・',
  '〜',
  '（',
  '）',
  '－',
  '．',
  '／',
  '﹣',
  'ｰ',
  '‎',
  '‏',
  '‪',
  '‬',
  '⁦',
  '⁩',
  '⁠',
  '﻿',
  '­',
  '​',
  '︍',
  '️',
  '󠄀',
  '؜',
  '͏',
];
const digit = fc.tuple(
  fc.nat(9),
  fc.constantFrom(0x30, 0x660, 0x6f0, 0x966, 0xff10, 0x1d7ce, 0x1e950),
);

describe('phone number', () => {
  it('takes the number of every country as written there, abroad and in an address', () => {
    const long = formats.filter((text) => digits(text).length >= 7);
    expect(long.length).toBeGreaterThan(950);
    expect(long.filter((text) => read(text) !== stored(text))).toEqual([]);
  });

  it('refuses only national numbers that are too short to be known without a country', () => {
    // Small places have national numbers of 5 and 6 digits.
    const short = formats.filter((text) => digits(text).length < 7);
    expect(short.filter((text) => text.includes('+') || accepts(text))).toEqual([]);
  });

  it.each([
    '+44 (0)20 7946 0958',
    '+44(0)2079460958',
    '+44 (0) 20 7946 0958',
    '+44-(0)-20-7946-0958',
    '+44 ( 0 ) 20 7946 0958',
    '+44 (0)(20) 7946 0958',
    '(+44) (0)20 7946 0958',
    '+(44)(0)20 7946 0958',
    '＋４４（０）２０　７９４６－０９５８',
    '+٤٤ (٠)٢٠ ٧٩٤٦ ٠٩٥٨',
    '\u202a+44\u00a0(\u200e0\u200e)\u00a020 7946 0958\u202c',
    '+44 [0] 20/7946.0958',
    'tel:+44-(0)20-7946-0958',
    'TEL:%2B44%20%280%2920%207946%200958',
    '+44 20 7946 0958',
    '(+44)2079460958',
  ])('reads %j without its formatting and without the trunk zero', (text) => {
    expect(read(text)).toBe('+442079460958');
  });

  it.each([
    ['0044 (0)20 7946 0958', '00442079460958'],
    ['+49 (0)30 1234567', '+49301234567'],
    ['+353 (0)1 234 5678', '+35312345678'],
    // Only a zero of its own is left out: which others are dialled there alone differs.
    ['+39 06 6982 0000', '+390669820000'],
    ['+39 (06) 6982 0000', '+390669820000'],
    ['+1 415 (0) 555 267', '+14150555267'],
    // Without a country code it is part of what is dialled.
    ['(0)20 7946 0958', '02079460958'],
    ['030/123456', '030123456'],
    ['8~10 44 20 7946 0958', '810442079460958'],
  ])('reads %j as %s', (text, number) => {
    expect(read(text)).toBe(number);
  });

  it('keeps the plus and every digit in any script, whatever stands between', () => {
    const mark = fc.constantFrom(...marks);
    const typed = fc.array(fc.tuple(digit, mark), { minLength: 7, maxLength: 15 });
    fc.assert(
      fc.property(mark, fc.constantFrom('', '+', '＋', '﹢'), typed, (before, plus, parts) => {
        const text = parts.map(
          ([[value, zero], after]) => String.fromCodePoint(zero + value) + after,
        );
        // Brackets around a zero mean something.
        fc.pre(!/^[([（]$/.test(before));
        const number = parts.map(([[value]]) => value).join('');
        fc.pre(!/[([（]\D*0\D*[)\]）]/.test(text.join('').normalize('NFKC')));
        expect(read(before + plus + text.join(''))).toBe((plus && '+') + number);
      }),
    );
  });

  it('stores what it has stored once more as it is', () => {
    fc.assert(
      fc.property(fc.constantFrom('', '+'), fc.stringMatching(/^\d{7,15}$/), (plus, number) => {
        expect(read(plus + number)).toBe(plus + number);
      }),
    );
  });

  it.each([
    ['', 'phone_number_digits'],
    ['+', 'phone_number_digits'],
    ['(0)', 'phone_number_digits'],
    ['tel:', 'phone_number_digits'],
    ['123456', 'phone_number_digits'],
    ['1234567890123456', 'phone_number_digits'],
    ['020 7946 0018 / 020 7946 0019', 'phone_number_digits'],
    ['020 7946 0018\n020 7946 0019', 'phone_number_digits'],
    ['++441234567', 'phone_number_characters'],
    ['+44+1234567', 'phone_number_characters'],
    ['44+1234567', 'phone_number_characters'],
    ['+44 1234567 x12', 'phone_number_characters'],
    ['tel:+44-1234567;ext=12', 'phone_number_characters'],
    ['tel:7946-0018;phone-context=+44-20', 'phone_number_characters'],
    ['+44 1234567, 12', 'phone_number_characters'],
    ['+44 1234567#12', 'phone_number_characters'],
    ['+44 20 7946 0018; +44 20 7946 0019', 'phone_number_characters'],
    ['+44 20 7946 0018 or +49 30 123456', 'phone_number_characters'],
    ['+44 20 7946 0018 +49 30 123456', 'phone_number_characters'],
    ['call 1234567', 'phone_number_characters'],
    ['1-800-FLOWERS', 'phone_number_characters'],
    ['１２３４５６７ａ', 'phone_number_characters'],
    ['½234567²', 'phone_number_characters'],
    ['一二三四五六七', 'phone_number_characters'],
    ['1234567\u0000', 'phone_number_characters'],
    ['1234567\ud800', 'phone_number_characters'],
  ])('refuses %j: %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  it('looks at nothing of a text that is far too long', () => {
    const replace = vi.spyOn(String.prototype, 'replace');
    try {
      expect(read(' '.repeat(60_000) + 'x')).toBe('phone_number_digits');
      expect(read('+'.repeat(60_000))).toBe('phone_number_digits');
      expect(read('1234567' + '\u00a0'.repeat(60_000))).toBe('phone_number_digits');
      expect(replace).not.toHaveBeenCalled();
    } finally {
      replace.mockRestore();
    }
  });
});
