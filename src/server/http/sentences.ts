import { limits } from '../../contract/rules.ts';
import type { RuleCode } from '../../contract/rules.ts';
import { maxHistoryBuckets } from '../../contract/usage.ts';

/** Every rule in plain English, for logs and developers; people read the page's own messages. */
export const sentences: Record<RuleCode, string> = {
  username_length: `must have ${limits.username.min} to ${limits.username.max} characters`,
  username_characters: 'may only have letters A–Z, digits, underscores and hyphens',
  username_reserved: 'is reserved',
  username_taken: 'is taken',
  timezone_unknown: 'must be an IANA time zone identifier',
  phone_number_digits: `must have ${limits.phoneDigits.min} to ${limits.phoneDigits.max} digits`,
  phone_number_characters: 'may only have digits, spaces, - . ( ) and one leading +',
  email_invalid: 'must be an email address',
  email_last_verified: 'is the last verified address and cannot be removed',
  avatar_url_https: 'must be an https URL without credentials',
  avatar_url_length: `must have at most ${limits.avatarUrl.max} characters`,
  name_required: 'must not be empty',
  name_length: `must have at most ${limits.name.max} characters`,
  bio_length: `must have at most ${limits.bio.max} characters`,
  control_characters: 'must not have control characters',
  locale_invalid: `must be one BCP 47 language tag of at most ${limits.locale.max} characters`,
  confirm_required: 'must be true',
  theme_unknown: 'must be system, light or dark',
  notifications_locked: 'cannot be turned off',
  social_invalid: `must be one word of at most ${limits.social.max} characters`,
  twitter_characters: `may only have ${limits.twitter.max} letters A–Z, digits and underscores`,
  history_range: `must be existing dates (YYYY-MM-DD), the first not after the last, at most ${maxHistoryBuckets.day} days or ${maxHistoryBuckets.hour / 24} days of hours`,
  property_unknown: 'is not a known property',
  type_invalid: 'has a value of the wrong type or form',
};
