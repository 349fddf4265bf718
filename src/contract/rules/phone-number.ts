import * as z from 'zod/mini';
import { limits, rule } from './codes.ts';

/**
 * What may stand in a phone number as typed: digits, the usual separators and one leading `+`.
 * Phones and web pages put invisible marks (`\p{Cf}`) and typographic dashes (`\p{Pd}`) into it.
 */
const phoneCharacters = /^[\s\p{Cf}]*\+?[\d\s().\p{Pd}\p{Cf}]*$/u;

/** The digits of a phone number as typed, with its leading `+` if it had one. */
export const normalisePhoneNumber = (typed: string): string =>
  (/^[\s\p{Cf}]*\+/u.test(typed) ? '+' : '') + typed.replace(/\D/g, '');

/** 7–15 digits with optional formatting (Mirra's rule); the output is `+` and digits, or digits. */
export const phoneNumber = z.pipe(
  z.string(rule('type_invalid')).check(
    z.regex(phoneCharacters, { error: rule('phone_number_characters'), abort: true }),
    z.refine(
      (typed) => {
        const digits = typed.replace(/\D/g, '').length;
        return digits >= limits.phoneDigits.min && digits <= limits.phoneDigits.max;
      },
      { error: rule('phone_number_digits') },
    ),
  ),
  z.transform(normalisePhoneNumber),
);
