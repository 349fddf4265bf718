import * as z from 'zod/mini';
import * as rules from '../../../contract/rules.ts';

/** What operations take: the contract's rules, and nothing unknown. This dialect knows no `null`. */

/** Nothing. */
export const noParams = z.strictObject({});

/** Absent is unchanged; nothing can be emptied. */
export const profileParams = rules.patchOf({
  username: rules.username,
  email: rules.email,
  timezone: rules.timezone,
  phoneNumber: rules.phoneNumber,
});

/** A handle, or the empty string for none. */
const handleOrEmpty = <T extends z.ZodMiniType<unknown, string>>(handle: T) =>
  z.pipe(
    z.pipe(
      z.string('type_invalid'),
      z.transform((text) => (text === '' ? null : text)),
    ),
    z.nullable(handle),
  );

export const preferencesParams = rules.patchOf({
  timezone: rules.timezone,
  socials: rules.patchOf({
    twitter: handleOrEmpty(rules.twitter),
    discord: handleOrEmpty(rules.discord),
  }),
});

export const confirmParams = z.strictObject({ confirm: rules.confirm });
