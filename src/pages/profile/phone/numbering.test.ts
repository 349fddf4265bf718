import fc from 'fast-check';
import { getExampleNumber, parsePhoneNumber } from 'libphonenumber-js';
import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { phoneNumber } from '../../../contract/rules.ts';
import { countries, countryOf, formatNumber, readNumber } from './numbering.ts';

const numbers = countries.flatMap(({ id, callingCode }) => {
  const example = getExampleNumber(id as keyof typeof examples, examples);
  return example ? [{ id, callingCode, example }] : [];
});
const read = (typed: string, country?: string) => readNumber(typed, country)?.number;

describe('the number of every country', () => {
  it('is read as it is dialled there, abroad, and with the trunk zero in brackets', () => {
    expect(numbers.length).toBeGreaterThan(240);
    for (const { id, callingCode, example } of numbers) {
      const ways = [example.formatNational(), example.formatInternational()];
      // Where numbers may begin with a zero, it is not for the trunk.
      const zero = parsePhoneNumber(`+${callingCode}0${example.nationalNumber}`);
      const isTrunk = !zero.isValid() || zero.number === example.number;
      if (isTrunk) ways.push(`+${callingCode} (0)${example.nationalNumber}`);
      const found = ways.map((typed) => readNumber(typed, id));
      expect({ id, found }).toEqual({
        id,
        found: ways.map(() => ({ number: example.number, isLikely: true })),
      });
    }
  });

  it('is shown with the digits that are stored, and shown as that it is read', () => {
    for (const { example } of numbers) {
      const shown = formatNumber(example.number);
      expect(shown).toBe(example.formatInternational());
      expect(phoneNumber.parse(shown)).toBe(example.number);
    }
  });

  it('names its country, or one that shares its code', () => {
    for (const { id, callingCode, example } of numbers) {
      const named = countryOf(example.number, id) ?? '';
      expect(countries.find((one) => one.id === named)?.callingCode).toBe(callingCode);
    }
  });
});

describe('a number as it is dialled', () => {
  it.each([
    ['020 7946 0958', 'GB', '+442079460958'],
    ['(0)20 7946 0958', 'GB', '+442079460958'],
    ['٠٢٠ ٧٩٤٦ ٠٩٥٨', 'GB', '+442079460958'],
    ['030/123456', 'DE', '+4930123456'],
    ['06 6982 0000', 'IT', '+390669820000'],
    ['8 916 123-45-67', 'RU', '+79161234567'],
    ['(415) 555-2671', 'US', '+14155552671'],
    ['23158', 'SH', '+29023158'],
    // What is dialled for calls abroad, each country has its own.
    ['00 44 (0)20 7946 0958', 'DE', '+442079460958'],
    ['011 44 (0)20 7946 0958', 'US', '+442079460958'],
    ['0011 44 20 7946 0958', 'AU', '+442079460958'],
    ['010 44 20 7946 0958', 'JP', '+442079460958'],
    ['8~10 44 20 7946 0958', 'RU', '+442079460958'],
    ['00 39 06 6982 0000', 'GB', '+390669820000'],
    // With a plus nothing depends on where it is dialled.
    ['+44 (0)20 7946 0958', 'US', '+442079460958'],
    ['+44 020 7946 0958', 'US', '+442079460958'],
    ['+44 (020) 7946 0958', undefined, '+442079460958'],
    ['+39 06 6982 0000', 'GB', '+390669820000'],
    ['+39 (0)6 6982 0000', 'GB', '+390669820000'],
    ['+1 (0)415 555 2671', undefined, '+14155552671'],
    ['(+44)2079460958', undefined, '+442079460958'],
  ])('reads %s in %s as %s', (typed, country, number) => {
    expect(readNumber(typed, country)).toEqual({ number, isLikely: true });
  });

  it.each([
    ['00 44 20 7946 0958', 'US'],
    ['011 44 20 7946 0958', 'GB'],
    ['12', 'GB'],
    ['020 7946 01', 'GB'],
    ['1 415 555 267', 'US'],
    ['00 44 020 7946 01', 'DE'],
    ['06 1 234 56', 'HU'],
    ['020 7946 0958 0019', 'GB'],
    ['020 7946 0958', undefined],
    ['withheld', 'GB'],
    ['', 'GB'],
  ])('does not make a number of %j in %s', (typed, country) => {
    expect(read(typed, country)).toBeUndefined();
  });

  it('keeps what has a plus, whatever a plan says, and says that it looks odd', () => {
    const odd = (number: string) => ({ number, isLikely: false });
    expect(readNumber('20 7946 009', 'GB')).toEqual(odd('+44207946009'));
    expect(readNumber('+44 20 7946')).toEqual(odd('+44207946'));
    expect(readNumber('+999 1234567')).toEqual(odd('+9991234567'));
    expect(readNumber('+52 1 55 1234 5678')).toEqual(odd('+5215512345678'));
  });
});

describe('a stored number', () => {
  it.each([
    // A zero that should never have been stored is not hidden.
    '+4402079460958',
    '02079460958',
    '442079460958',
    'withheld',
    'PRIMARY',
    '+',
    '',
    '+9991234567',
    '+44 20 7946 0958 x7',
  ])('is shown as it is: %j', (stored) => {
    expect(formatNumber(stored)).toBe(stored);
  });

  it('never loses or gains a digit when it is shown', () => {
    const stored = fc.tuple(fc.constantFrom('', '+'), fc.stringMatching(/^\d{5,15}$/));
    fc.assert(
      fc.property(stored, ([plus, digits]) => {
        const shown = formatNumber(plus + digits);
        expect(shown.replaceAll(/[^\d+]/g, '')).toBe(plus + digits);
      }),
    );
  });
});

describe('the country of a number with its code', () => {
  it.each([
    ['+44', 'GB', 'GB'],
    ['+44', 'JE', 'JE'],
    ['+44 20', 'US', 'GB'],
    ['+1', 'US', 'US'],
    ['+1', 'CA', 'CA'],
    ['+1 204 555 0199', 'US', 'CA'],
    ['+39 02 1234 567', 'GB', 'IT'],
    ['+800 1234 5678', 'GB', undefined],
    ['+999', 'GB', undefined],
    ['+', 'GB', 'GB'],
  ])('%s, typed in %s → %s', (typed, home, country) => {
    expect(countryOf(typed, home)).toBe(country);
  });
});
