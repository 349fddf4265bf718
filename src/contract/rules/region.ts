import * as z from 'zod/mini';
import { limits, rule } from './codes.ts';

/** Asking the engine costs a tenth of a millisecond: it is asked once per identifier. */
const knownZones = new Set<string>();

/**
 * True when `value` is an identifier of the IANA time zone database, links such as `US/Pacific`
 * included. ECMA-402 decides; plain offsets (`+01:00`), which newer engines accept too, are no
 * identifiers of the database.
 */
export function isTimeZone(value: string): boolean {
  if (knownZones.has(value)) return true;
  if (!/^[A-Za-z]/.test(value)) return false;
  try {
    Intl.DateTimeFormat('en', { timeZone: value });
    if (knownZones.size < 1000) knownZones.add(value);
    return true;
  } catch {
    return false;
  }
}

/** An IANA time zone identifier, kept exactly as given: links are never rewritten. */
export const timezone = z
  .string(rule('type_invalid'))
  .check(z.refine(isTimeZone, { error: rule('timezone_unknown') }));

/**
 * True when `value` is one structurally valid BCP 47 tag (`Intl.getCanonicalLocales`). Extensions
 * could make a tag as long as one likes: the engine is not even asked about such.
 */
export function isLocale(value: string): boolean {
  if (value.length > limits.locale.max) return false;
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

export const locale = z
  .string(rule('type_invalid'))
  .check(z.refine(isLocale, { error: rule('locale_invalid') }));
