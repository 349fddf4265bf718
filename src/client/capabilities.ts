import { graceDays } from '../contract/user.ts';
import type { Capabilities } from './me-client.ts';

/** Everything the reference service can do. */
export const allCapabilities: Capabilities = {
  user: {
    name: 'edit',
    username: 'edit',
    bio: 'edit',
    avatarUrl: 'edit',
    locale: 'edit',
    timezone: 'edit',
    email: 'edit',
    phoneNumber: 'edit',
  },
  preferences: { theme: 'edit', notifications: 'edit', timezone: 'edit', socials: 'edit' },
  clear: {
    bio: true,
    avatarUrl: true,
    locale: true,
    timezone: true,
    email: true,
    phoneNumber: true,
    schedulingTimezone: true,
  },
  usage: { totals: true, history: true },
  sessions: { count: true, list: true, revoke: true, revokeOthers: true },
  usernameAvailability: true,
  exportData: true,
  deletion: { available: true, graceDays },
};
