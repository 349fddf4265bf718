import * as z from 'zod/mini';
import { maybe } from './reading.ts';
import * as rules from './rules.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const notificationCategories = ['security', 'product', 'usage'] as const;
export const notificationChannels = ['email', 'push'] as const;
export type NotificationCategory = (typeof notificationCategories)[number];
export type NotificationChannel = (typeof notificationChannels)[number];

/** Security mail tells a person that somebody else is in their account: it cannot be turned off. */
export const isLockedNotification = (category: string, channel: string): boolean =>
  category === 'security' && channel === 'email';

/** `GET /me/preferences`. Categories, channels and themes this version does not know are kept. */
export const preferences = z.object({
  theme: maybe(z.string()),
  notifications: maybe(z.record(z.string(), z.record(z.string(), z.boolean()))),
  /** Time zone for scheduling; absent means the profile's. */
  timezone: maybe(z.string()),
  /** The backend keeps one and does not say which. */
  timezoneUnknown: maybe(z.boolean()),
  socials: z.pipe(
    z.optional(z.nullable(z.object({ twitter: maybe(z.string()), discord: maybe(z.string()) }))),
    z.transform((value) => value ?? {}),
  ),
});
export type Preferences = z.output<typeof preferences>;

const channelPatch = rules.patchOf({
  email: z.boolean('type_invalid'),
  push: z.boolean('type_invalid'),
});

/** The body of `PATCH /me/preferences`, merged into what is stored (RFC 7396). */
export const preferencesPatch = rules.patchOf({
  theme: z.enum(themes, 'theme_unknown'),
  notifications: rules.patchOf({
    security: channelPatch.check(
      z.refine((channels) => channels.email !== false, {
        error: 'notifications_locked',
        path: ['email'],
      }),
    ),
    product: channelPatch,
    usage: channelPatch,
  }),
  timezone: z.nullable(rules.timezone),
  socials: rules.patchOf({
    twitter: z.nullable(rules.twitter),
    discord: z.nullable(rules.discord),
  }),
});
export type PreferencesPatch = z.output<typeof preferencesPatch>;
