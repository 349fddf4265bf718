import * as z from 'zod/mini';
import { actor } from './execution-mode.ts';
import { listOf, maybe } from './reading.ts';

/** Days between `DELETE /me` and the erasure of the account; it can be restored until then. */
export const graceDays = 30;

/** The statuses Bird documents. Reading keeps any other string too. */
export const userStatuses = ['pending', 'active', 'deleted', 'invited', 'banned'] as const;

export const userEmail = z.object({
  id: z.string(),
  userId: maybe(z.string()),
  email: z.string(),
  verified: maybe(z.boolean()),
  passwordSet: maybe(z.boolean()),
  tokenSet: maybe(z.boolean()),
  createdAt: maybe(z.string()),
  updatedAt: maybe(z.string()),
});

export const userPhoneNumber = z.object({
  id: z.string(),
  userId: maybe(z.string()),
  phoneNumber: z.string(),
  verified: maybe(z.boolean()),
  primary: maybe(z.boolean()),
  createdAt: maybe(z.string()),
  updatedAt: maybe(z.string()),
});

/** A third-party identity; `provider` is an open string. */
export const userIdentity = z.object({
  id: z.string(),
  name: maybe(z.string()),
  email: maybe(z.string()),
  avatarUrl: maybe(z.string()),
  provider: maybe(z.string()),
  createdAt: maybe(z.string()),
  updatedAt: maybe(z.string()),
});

/** Present while an account is marked for deletion. RFC 3339 instants. */
export const deletion = z.object({ requestedAt: z.string(), scheduledFor: z.string() });

/**
 * The account as `GET /me` and `PATCH /me` return it: Bird's user, Mirra's username and execution
 * mode, our deletion and actor.
 * Times are RFC 3339 with milliseconds, in UTC.
 */
export const user = z.object({
  id: z.string(),
  status: maybe(z.string()),
  name: z.string(),
  username: maybe(z.string()),
  bio: maybe(z.string()),
  avatarUrl: maybe(z.string()),
  email: maybe(z.string()),
  defaultEmail: maybe(z.string()),
  emails: listOf(userEmail),
  phoneNumber: maybe(z.string()),
  phoneNumbers: listOf(userPhoneNumber),
  identities: listOf(userIdentity),
  locale: maybe(z.string()),
  timezone: maybe(z.string()),
  badges: listOf(z.string()),
  activeSessions: maybe(z.number()),
  createdAt: maybe(z.string()),
  updatedAt: maybe(z.string()),
  deletion: maybe(deletion),
  /** Who made this call, where it was not the person: one of `executionModes`, or another string. */
  executionMode: z.optional(
    z.pipe(
      z.nullable(z.string()),
      z.transform((mode) => (mode === null || mode === 'standard' ? undefined : mode)),
    ),
  ),
  /** Who acts for the person, where somebody does. */
  actor: maybe(actor),
});

export type User = z.output<typeof user>;
export type UserEmail = z.output<typeof userEmail>;
export type UserPhoneNumber = z.output<typeof userPhoneNumber>;
export type UserIdentity = z.output<typeof userIdentity>;

export * from './user-fields.ts';
// In a file of its own, so that reading an account does not load the rule of every field.
export * from './user-patch.ts';
