import * as z from 'zod/mini';
import { deletion } from '../../../contract/user.ts';
import { maxSessionPage } from '../../../contract/session.ts';

/**
 * What operations answer. Absent is how an optional value says "none", but for two that are `null`:
 * the `tokenQuota` of `getUsageStats` where it is unlimited (absent would say that it is unknown),
 * and the whole `data` of `deactivateAccount`, which has nothing to say.
 */

const text = z.string();
const socials = z.object({ twitter: z.optional(text), discord: z.optional(text) });

export const profile = z.object({
  userId: text,
  username: text,
  name: text,
  email: z.optional(text),
  /** The account's, else `UTC`. */
  timezone: text,
  phoneNumber: z.optional(text),
  createdAt: text,
  updatedAt: text,
  /** Always true: an account has a name and a username from its first moment. */
  hasCompletedOnboarding: z.boolean(),
  /** One picture in every size: the service keeps its address, not its pixels. */
  profilePhoto: z.optional(z.object({ thumbnail: text, large: text, original: text })),
  socials,
  subscriptionPlan: text,
  /** Always empty: the service keeps none. */
  wallets: z.array(z.unknown()),
  /** What `updatePreferences` writes, as it is stored: a `timezone` only where one was chosen. */
  preferences: z.object({ timezone: z.optional(text), socials }),
  deletion: z.optional(deletion),
});
export type WireProfile = z.input<typeof profile>;

/** `timezone` is the one in force: for scheduling where one was chosen, else the profile's, else `UTC`. */
export const schedulingPreferences = z.object({ timezone: text, socials });

/** A device without its id: what cannot be named cannot be revoked. */
const device = z.object({
  type: z.optional(text),
  platform: z.optional(text),
  tokenType: z.optional(text),
  deviceName: z.optional(text),
  browser: z.optional(text),
  os: z.optional(text),
  location: z.optional(text),
  createdAt: z.optional(text),
  lastActive: text,
  active: z.boolean(),
});
export type WireDevice = z.input<typeof device>;

export const devices = z.object({
  sessions: z.array(device).check(z.maxLength(maxSessionPage)),
  totalSessions: z.number(),
  /** Says so where not all are listed. */
  note: z.optional(text),
});
export type WireDevices = z.input<typeof devices>;
