import * as z from 'zod/mini';
import { actor } from './execution-mode.ts';
import { listOf, maybe } from './reading.ts';

/**
 * One signed-in device. Mirra's sessions are push tokens without id; ours can be revoked. Every
 * descriptive part may be missing.
 */
export const session = z.object({
  id: maybe(z.string()),
  current: maybe(z.boolean()),
  /** `web`, `mobile`, `api` …: an open string. */
  type: maybe(z.string()),
  platform: maybe(z.string()),
  tokenType: maybe(z.string()),
  deviceName: maybe(z.string()),
  browser: maybe(z.string()),
  os: maybe(z.string()),
  ip: maybe(z.string()),
  location: maybe(z.string()),
  active: maybe(z.boolean()),
  createdAt: maybe(z.string()),
  lastActive: maybe(z.string()),
  /** Who signed in to act for the person, where it was not the person. */
  actor: maybe(actor),
});
export type Session = z.output<typeof session>;

/** The most sessions one page of the list holds. */
export const maxSessionPage = 1000;

/** `GET /me/sessions`: a page; an absent or empty `nextPageToken` is the end. */
export const sessionPage = z.object({
  results: listOf(session),
  nextPageToken: maybe(z.string()),
  total: maybe(z.number()),
});
export type SessionPage = z.output<typeof sessionPage>;

/** The query of the list. */
export const sessionQuery = z.strictObject({
  limit: z._default(
    z
      .pipe(z.string(), z.transform(Number))
      .check(z.refine((n) => Number.isInteger(n) && n >= 1 && n <= maxSessionPage, 'type_invalid')),
    50,
  ),
  pageToken: z.optional(z.string()),
});

/** `DELETE /me/sessions?except=current`. */
export const revokedSessions = z.object({ revoked: z.number() });

/** `GET /me/username-availability`. `reason` is a rule code, `username_taken` among them. */
export const usernameAvailability = z.object({
  available: z.boolean(),
  reason: maybe(z.string()),
});
export type UsernameAvailability = z.output<typeof usernameAvailability>;
