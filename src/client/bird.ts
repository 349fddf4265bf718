import { allCapabilities } from './capabilities.ts';
import { guarded } from './guarded.ts';
import { isOwnOrigin, type HttpOptions } from './http.ts';
import type { Capabilities, MeClient } from './me-client.ts';
import { createRestClient } from './rest.ts';

/** Bird's `/me`: five editable fields, contact points to look at, a count of sessions, deletion. */
export const birdCapabilities: Capabilities = {
  user: { ...allCapabilities.user, username: 'none', email: 'read', phoneNumber: 'read' },
  preferences: { theme: 'none', notifications: 'none', timezone: 'none', socials: 'none' },
  clear: { ...allCapabilities.clear, email: false, phoneNumber: false, schedulingTimezone: false },
  usage: { totals: false, history: false },
  sessions: { count: true, list: false, revoke: false, revokeOthers: false },
  usernameAvailability: false,
  exportData: false,
  deletion: { available: true, graceDays: null },
};

/**
 * The adapter of Bird's `/me` (`https://api.bird.com`): the REST dialect, and of it only what Bird
 * documents. Nothing but the five editable fields is ever sent, and headers of our own only to a
 * backend on the page's origin.
 */
export const createBirdClient = (options: HttpOptions = {}): MeClient =>
  guarded(
    createRestClient({ ...options, extended: isOwnOrigin(options) }),
    birdCapabilities,
    'refuse',
  );
