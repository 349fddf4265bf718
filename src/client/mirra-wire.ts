import * as z from 'zod/mini';
import { actor } from '../contract/execution-mode.ts';
import type { Preferences } from '../contract/preferences.ts';
import { maybe } from '../contract/reading.ts';
import { session } from '../contract/session.ts';
import type { SessionPage } from '../contract/session.ts';
import { deletion, user } from '../contract/user.ts';
import type { User } from '../contract/user.ts';

/**
 * The shapes of Mirra's `user` operations and what they are in the model. Nothing outside the
 * adapter knows them. Keys that appear and vanish are tolerated; a known key of the wrong type is not.
 */

/** Around every answer. */
export const envelope = z.object({
  success: z.boolean(),
  data: z.optional(z.unknown()),
  error: maybe(
    z.object({
      code: maybe(z.string()),
      message: maybe(z.string()),
      details: z.optional(z.unknown()),
    }),
  ),
  metadata: maybe(z.object({ executionMode: maybe(z.string()), actor: maybe(actor) })),
});
export type Envelope = z.output<typeof envelope>;

/** Networks beyond the contract's are carried along, so that a save does not lose them. */
const socials = maybe(z.looseObject({ twitter: maybe(z.string()), discord: maybe(z.string()) }));

const profilePhoto = maybe(
  z.object({ thumbnail: maybe(z.string()), large: maybe(z.string()), original: maybe(z.string()) }),
);

/** `getProfile`, `updateProfile`. */
export const mirraProfile = z.object({
  userId: z.string(),
  username: maybe(z.string()),
  name: maybe(z.string()),
  email: maybe(z.string()),
  timezone: maybe(z.string()),
  phoneNumber: maybe(z.string()),
  profilePhoto,
  socials,
  /** Beside Mirra's own keys: the scheduling time zone where it differs from the profile's. */
  preferences: maybe(z.object({ timezone: maybe(z.string()) })),
  deletion: maybe(deletion),
  createdAt: maybe(z.string()),
  updatedAt: maybe(z.string()),
});
export type MirraProfile = z.output<typeof mirraProfile>;

/** `updatePreferences`. */
export const mirraPreferences = z.object({ timezone: maybe(z.string()), socials });

/** `getSessions`: wrapped, or the bare list that the reference documents. */
export const mirraSessions = z.pipe(
  z.union([
    z.array(session),
    z.object({ sessions: z.nullable(z.array(session)), totalSessions: maybe(z.number()) }),
  ]),
  z.transform((answer): SessionPage => {
    const wrapped = Array.isArray(answer) ? undefined : answer;
    const sessions = (Array.isArray(answer) ? answer : answer.sessions) ?? [];
    return {
      results: sessions,
      nextPageToken: undefined,
      total: wrapped?.totalSessions ?? sessions.length,
    };
  }),
);

/** The person, from a profile and who asked for it. */
export function userOf(profile: MirraProfile, metadata: Envelope['metadata']): User {
  const { userId, username, email, profilePhoto: photo } = profile;
  const mode = metadata?.executionMode;
  return user.parse({
    id: userId,
    name: profile.name ?? username ?? email ?? userId,
    username,
    email,
    timezone: profile.timezone,
    phoneNumber: profile.phoneNumber,
    avatarUrl: photo?.large ?? photo?.original ?? photo?.thumbnail,
    createdAt: profile.createdAt,
    updatedAt: profile.updatedAt,
    deletion: profile.deletion,
    executionMode: mode,
    actor: metadata?.actor,
  });
}

/** Handles as people know them: an empty one is none. */
export function socialsOf(handles: MirraProfile['socials']): Preferences['socials'] {
  return { twitter: handles?.twitter || undefined, discord: handles?.discord || undefined };
}
