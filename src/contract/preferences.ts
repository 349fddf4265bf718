import * as z from 'zod/mini';
import { maybe } from './reading.ts';

export * from './preference-kinds.ts';
// In a file of its own, because only a service checks whole patches; the page need not load that.
export * from './preferences-patch.ts';

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
