import * as z from 'zod/mini';
import { plainDigits } from '../digits.ts';
import { limits, rule } from './codes.ts';

/** Wide and small forms of ASCII characters, and the wide blank. */
const wide = /[\uff01-\uff5e\ufe50-\ufe6b\u3000]/g;

/**
 * What people put between digits, and what phones and web pages hide there: blanks, dashes (some of
 * them no `\p{Pd}`), dots, slashes, tildes, and marks without a look of their own.
 */
const separators =
  /[\s\p{Pd}\u2212\u30fc\uff70.·•․‧∙⋅・･/~∼〜\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

const bare = (text: string) => text.replace(separators, '');

/** The number of a `tel:` address (RFC 3966), in which a browser escapes blanks and brackets. */
const fromAddress = (text: string): string =>
  /^tel:/i.test(text)
    ? bare(
        text
          .slice(4)
          .replace(/%2[\dA-F]/gi, (code) => String.fromCharCode(parseInt(code.slice(1), 16))),
      )
    : text;

/** `+44 (0)20 …`, `0044(0)20 …`: this zero is dialled within the country only. */
const trunk = /^(\(?(?:\+|00)\(?\d{1,3}\)?)\(0\)/;

/**
 * A phone number as typed without its formatting: its digits, plain, after its `+` if it has one,
 * and whatever else does not belong there.
 *
 * @param keepTrunk also keeps the trunk `(0)` after a country code, for whoever knows the country.
 */
export function normalisePhoneNumber(typed: string, keepTrunk = false): string {
  const plain = plainDigits(typed.replace(wide, (form) => form.normalize('NFKC')));
  const brackets = fromAddress(bare(plain)).replaceAll('[', '(').replaceAll(']', ')');
  return (keepTrunk ? brackets : brackets.replace(trunk, '$1')).replace(/[()]/g, '');
}

/**
 * 7–15 digits of any script with optional formatting (Mirra's rule), the trunk `(0)` after a country
 * code left out; the output is `+` and plain digits, or plain digits.
 */
export const phoneNumber = z.pipe(
  z
    .string(rule('type_invalid'))
    .check(z.maxLength(limits.phoneTyped.max, { error: rule('phone_number_digits'), abort: true })),
  z.pipe(
    z.transform((typed: string) => normalisePhoneNumber(typed)),
    z.string().check(
      z.regex(/^\+?\d*$/, { error: rule('phone_number_characters'), abort: true }),
      z.refine(
        (number) => {
          const digits = number.replace('+', '').length;
          return digits >= limits.phoneDigits.min && digits <= limits.phoneDigits.max;
        },
        { error: rule('phone_number_digits') },
      ),
    ),
  ),
);
