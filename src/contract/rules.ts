import * as z from 'zod/mini';
import { reservedUsernames } from './reserved-usernames.ts';

/**
 * The rules every editable value must pass before it is sent, and again when it is received.
 * Forms, client and service import these same schemas.
 *
 * Each failure's `message` is a {@link RuleCode}: an id of the message catalogue, never a sentence.
 */

/** Limits in code points (names, texts) or digits (phone), shared with the messages that state them. */
export const limits = {
  username: { min: 3, max: 30 },
  name: { min: 1, max: 100 },
  bio: { max: 500 },
  avatarUrl: { max: 2048 },
  email: { max: 254 },
  phoneDigits: { min: 7, max: 15 },
  social: { max: 100 },
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
  'history_range',
  'property_unknown',
  'type_invalid',
] as const;

export type RuleCode = (typeof ruleCodes)[number];

const rule = (code: RuleCode) => code;

/** An object of which any part may be given; anything unknown is refused, by rule code too. */
export const patchOf = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  z.partial(
    z.strictObject(shape, {
      error: ({ code }) => rule(code === 'unrecognized_keys' ? 'property_unknown' : 'type_invalid'),
    }),
  );

/** Length as a person counts it, near enough: code points, so that an emoji outside the BMP is one. */
export const codePoints = (text: string): number => [...text].length;

/** C0 and C1 controls; line breaks are allowed only where `multiline`. */
// oxlint-disable-next-line no-control-regex -- controls are what the rule is about
const control = /[\u0000-\u001f\u007f-\u009f]/u;
// oxlint-disable-next-line no-control-regex -- controls are what the rule is about
const controlExceptLineBreaks = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u;

/** Lone surrogates cannot be stored as UTF-8 and would come back changed. */
const loneSurrogate = /\p{Surrogate}/u;

const noControls = (pattern: RegExp) =>
  z.refine<string>((text) => !pattern.test(text) && !loneSurrogate.test(text), {
    error: rule('control_characters'),
  });

const isReserved = (username: string) => reservedUsernames.has(username.toLowerCase());

/** 3–30 of `A-Z a-z 0-9 _ -`, not reserved. Uniqueness ignoring case is the service's to decide. */
export const username = z.string(rule('type_invalid')).check(
  z.regex(/^[A-Za-z0-9_-]*$/, { error: rule('username_characters'), abort: true }),
  z.minLength(limits.username.min, rule('username_length')),
  z.maxLength(limits.username.max, rule('username_length')),
  z.refine((value) => !isReserved(value), { error: rule('username_reserved') }),
);

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

/** The address rule of the HTML living standard (§ 4.10.5.1.5), which browsers use for `type=email`. */
const emailPattern =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;

export const email = z
  .string(rule('type_invalid'))
  .check(
    z.trim(),
    z.maxLength(limits.email.max, { error: rule('email_invalid'), abort: true }),
    z.regex(emailPattern, rule('email_invalid')),
  );

/**
 * True for an absolute `https:` URL without credentials: the only kind ever put into an `src`. The
 * URL parser would drop line breaks and replace lone surrogates: what was meant is unknown then.
 */
export function isHttpsUrl(value: string): boolean {
  if (!/^https:\/\//i.test(value) || control.test(value) || loneSurrogate.test(value)) return false;
  try {
    const { username, password } = new URL(value);
    return username === '' && password === '';
  } catch {
    return false;
  }
}

export const avatarUrl = z
  .string(rule('type_invalid'))
  .check(
    z.trim(),
    z.maxLength(limits.avatarUrl.max, { error: rule('avatar_url_length'), abort: true }),
    z.refine(isHttpsUrl, { error: rule('avatar_url_https') }),
  );

/** The display name: 1–100 code points on one line. */
export const name = z.string(rule('type_invalid')).check(
  z.trim(),
  z.minLength(limits.name.min, { error: rule('name_required'), abort: true }),
  z.refine((text) => codePoints(text) <= limits.name.max, { error: rule('name_length') }),
  noControls(control),
);

/** The description: at most 500 code points; line breaks are text, other controls are not. */
export const bio = z.string(rule('type_invalid')).check(
  z.overwrite((text) => text.replace(/\r\n?/g, '\n')),
  z.refine((text) => codePoints(text) <= limits.bio.max, { error: rule('bio_length') }),
  noControls(controlExceptLineBreaks),
);

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

/** Mirra's `deactivateAccount` guard: literally `true`. */
export const confirm = z.literal(true, rule('confirm_required'));

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
