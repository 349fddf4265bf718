import * as z from 'zod/mini';
import * as rules from './rules.ts';
import type { UserField } from './user-fields.ts';

/** One schema per editable field. `null` clears those that may be empty (RFC 7396). */
export const userPatchFields = {
  name: rules.name,
  username: rules.username,
  bio: z.nullable(rules.bio),
  avatarUrl: z.nullable(rules.avatarUrl),
  locale: z.nullable(rules.locale),
  timezone: z.nullable(rules.timezone),
  email: z.nullable(rules.email),
  phoneNumber: z.nullable(rules.phoneNumber),
} as const satisfies Record<UserField, z.ZodMiniType>;

/** The body of `PATCH /me`: absent = unchanged, `null` = cleared, anything unknown is refused. */
export const userPatch = rules.patchOf(userPatchFields);
export type UserPatch = z.output<typeof userPatch>;
