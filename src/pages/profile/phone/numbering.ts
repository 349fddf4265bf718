import { getCountries, getCountryCallingCode, parsePhoneNumber } from 'libphonenumber-js/core';
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/metadata.min.json';
import { normalisePhoneNumber } from '../../../contract/rules.ts';

/** The numbering plans of the world: heavy, so only ever loaded on intent (`on-intent.ts`). */

export interface Country {
  /** ISO 3166-1, as `Intl.DisplayNames` takes it. */
  readonly id: string;
  readonly callingCode: string;
}

/** A number as it would be stored. */
export interface ReadNumber {
  /** `+` and digits. */
  readonly number: string;
  /** False when no number of the plan looks like it; plans change, so it may be one nevertheless. */
  readonly isLikely: boolean;
}

const parse = (text: string, defaultCountry?: string): PhoneNumber | undefined => {
  try {
    return parsePhoneNumber(
      text,
      { extract: false, ...(defaultCountry && { defaultCountry: defaultCountry as CountryCode }) },
      metadata,
    );
  } catch {
    // It throws for what is no number.
    return undefined;
  }
};

/** Every country that has numbers. */
export const countries: readonly Country[] = getCountries(metadata).map((id) => ({
  id,
  callingCode: getCountryCallingCode(id, metadata),
}));

export const callingCodeOf = (country: string): string | undefined =>
  countries.find(({ id }) => id === country)?.callingCode;

/**
 * Reads a number as typed: with `+`, or as somebody in `country` dials it, from its national prefix
 * to the one for calls abroad (`00`, `011`). Undefined when it has a length that none has there.
 */
export function readNumber(typed: string, country?: string): ReadNumber | undefined {
  const plain = normalisePhoneNumber(typed);
  // Where the zero in brackets belongs to the number, as in Italy, it is kept.
  for (const text of [normalisePhoneNumber(typed, true), plain]) {
    const found = parse(text, country);
    if (found?.isValid()) return { number: found.number, isLikely: true };
  }
  if (plain.startsWith('+')) return { number: plain, isLikely: false };
  const found = parse(plain, country);
  if (!found?.isPossible()) return undefined;
  // Too short without the digits that are dialled before it, it was read with them.
  const trunk = metadata.countries[(countryOf(found.number, country) ?? '') as CountryCode]?.[5];
  const isLonger = typeof trunk === 'string' && found.nationalNumber.startsWith(trunk);
  return isLonger ? undefined : { number: found.number, isLikely: false };
}

/**
 * `+442079460018` as `+44 20 7946 0018`. What is no international number, or would lose or gain a
 * digit, is shown as it is stored.
 */
export function formatNumber(stored: string): string {
  const shown = /^\+\d+$/.test(stored) && parse(stored)?.formatInternational();
  return shown && shown.replaceAll(/[^\d+]/g, '') === stored ? shown : stored;
}

/**
 * The country of a number with `+`, as far as it is typed; of those that share its code `home`, else
 * the main one. Undefined when no country has its code.
 */
export function countryOf(international: string, home?: string): string | undefined {
  const plain = normalisePhoneNumber(international);
  const exact = plain === '+' ? home : parse(plain)?.country;
  if (exact) return exact;
  const code = [1, 2, 3].map((end) => plain.slice(1, 1 + end)).find((part) => sharing(part));
  const sharers = sharing(code ?? '') ?? [];
  return sharers.find((id) => id === home) ?? sharers[0];
}

const sharing = (callingCode: string): readonly string[] | undefined =>
  Object.hasOwn(metadata.country_calling_codes, callingCode)
    ? metadata.country_calling_codes[callingCode]
    : undefined;
