import * as z from 'zod/mini';
import { themes } from './preference-kinds.ts';
import * as rules from './rules.ts';

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
