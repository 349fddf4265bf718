import { allCapabilities } from './capabilities.ts';
import type { Capabilities } from './me-client.ts';

/**
 * Mirra's `user` operations: four editable fields that cannot be emptied, preferences, usage without
 * history, sessions to look at, deactivation.
 */
export const mirraCapabilities: Capabilities = {
  user: {
    ...allCapabilities.user,
    name: 'none',
    bio: 'none',
    avatarUrl: 'read',
    locale: 'none',
  },
  preferences: { theme: 'none', notifications: 'none', timezone: 'edit', socials: 'edit' },
  clear: {
    bio: false,
    avatarUrl: false,
    locale: false,
    timezone: false,
    email: false,
    phoneNumber: false,
    schedulingTimezone: false,
  },
  usage: { totals: true, history: false },
  sessions: { count: false, list: true, revoke: false, revokeOthers: false },
  usernameAvailability: false,
  exportData: false,
  deletion: { available: true, graceDays: null },
};
