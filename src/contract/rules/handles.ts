import * as z from 'zod/mini';
import { reservedUsernames } from '../reserved-usernames.ts';
import { limits, rule } from './codes.ts';
import { codePoints, control, noControls } from './text.ts';

const isReserved = (username: string) => reservedUsernames.has(username.toLowerCase());

/** 3–30 of `A-Z a-z 0-9 _ -`, not reserved. Uniqueness ignoring case is the service's to decide. */
export const username = z.string(rule('type_invalid')).check(
  z.regex(/^[A-Za-z0-9_-]*$/, { error: rule('username_characters'), abort: true }),
  z.minLength(limits.username.min, rule('username_length')),
  z.maxLength(limits.username.max, rule('username_length')),
  z.refine((value) => !isReserved(value), { error: rule('username_reserved') }),
);

/** A handle on another network: one word, no control characters. */
const social = z.string(rule('type_invalid')).check(
  z.trim(),
  z.refine((text) => /^\S+$/u.test(text) && codePoints(text) <= limits.social.max, {
    error: rule('social_invalid'),
    abort: true,
  }),
  noControls(control),
);

/** A Twitter handle; a pasted profile address or leading `@` is reduced to the handle. */
export const twitter = z.pipe(
  z
    .string(rule('type_invalid'))
    .check(
      z.overwrite((text) =>
        text.trim().replace(/^(?:(?:https?:\/\/)?(?:www\.)?(?:twitter|x)\.com\/|@|\s)+/i, ''),
      ),
    ),
  social,
);

export const discord = social;
