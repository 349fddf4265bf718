import * as z from 'zod/mini';

/** Limits in code points (names, texts) or digits (phone), shared with the messages that state them. */
export const limits = {
  username: { min: 3, max: 30 },
  name: { min: 1, max: 100 },
  bio: { max: 500 },
  avatarUrl: { max: 2048 },
  email: { max: 254 },
  phoneDigits: { min: 7, max: 15 },
  /** As typed: each digit may have several marks around it, not thousands. */
  phoneTyped: { max: 100 },
  social: { max: 100 },
  /** As typed: the address of a profile or a post is longer than the handle in it. */
  socialTyped: { max: 2048 },
  twitter: { max: 15 },
  locale: { max: 100 },
} as const;

/** Every way a value can break a rule. The message catalogue has a `rule.<code>` for each. */
export const ruleCodes = [
  'username_length',
  'username_characters',
  'username_reserved',
  'username_taken',
  'timezone_unknown',
  'phone_number_digits',
  'phone_number_characters',
  'email_invalid',
  'email_last_verified',
  'avatar_url_https',
  'avatar_url_length',
  'name_required',
  'name_length',
  'bio_length',
  'control_characters',
  'locale_invalid',
  'confirm_required',
  'theme_unknown',
  'notifications_locked',
  'social_invalid',
  'twitter_characters',
  'history_range',
  'property_unknown',
  'type_invalid',
] as const;

export type RuleCode = (typeof ruleCodes)[number];

/** The code as a message of a schema, held to those that exist. */
export const rule = (code: RuleCode) => code;

/** An object of which any part may be given; anything unknown is refused, by rule code too. */
export const patchOf = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  z.partial(
    z.strictObject(shape, {
      error: ({ code }) => rule(code === 'unrecognized_keys' ? 'property_unknown' : 'type_invalid'),
    }),
  );

/** Mirra's `deactivateAccount` guard: literally `true`. */
export const confirm = z.literal(true, rule('confirm_required'));
