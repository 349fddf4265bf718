import * as z from 'zod/mini';
import { reservedUsernames } from '../reserved-usernames.ts';
import { limits, rule } from './codes.ts';

/**
 * A handle without what comes along when it is typed or copied: blanks around it, the `@` before it
 * (in Japanese and Chinese a wide one), and marks that nobody sees.
 */
export const bareHandle = (text: string): string =>
  text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .trim()
    .replace(/^[@\uff20\ufe6b\s]+/u, '');

const isReserved = (username: string) => reservedUsernames.has(username.toLowerCase());

/** 3–30 of `A-Z a-z 0-9 _ -`, not reserved. Uniqueness ignoring case is the service's to decide. */
export const username = z.string(rule('type_invalid')).check(
  z.overwrite(bareHandle),
  z.regex(/^[A-Za-z0-9_-]*$/, { error: rule('username_characters'), abort: true }),
  z.minLength(limits.username.min, rule('username_length')),
  z.maxLength(limits.username.max, rule('username_length')),
  z.refine((value) => !isReserved(value), { error: rule('username_reserved') }),
);
