import type { UsageHistoryQuery } from '../contract/usage.ts';

/**
 * Query keys. Everything but the user itself lies below the user's id, so that another person's
 * answers can never be shown, however late they come.
 */
export const keys = {
  user: ['user'] as const,
  account: (userId: string) => ['account', userId] as const,
  preferences: (userId: string) => ['account', userId, 'preferences'] as const,
  usage: (userId: string) => ['account', userId, 'usage'] as const,
  history: (userId: string, query: UsageHistoryQuery) =>
    ['account', userId, 'usage-history', query] as const,
  sessions: (userId: string) => ['account', userId, 'sessions'] as const,
  username: (userId: string, username: string) =>
    ['account', userId, 'username', username] as const,
};

/**
 * Mutation keys, by which pending writes are shown before they are answered, and by which those that
 * took effect are told: the last part says what was written.
 */
export const writes = {
  user: ['write', 'user'] as const,
  restoration: ['write', 'restoration'] as const,
  preferences: (userId: string) => ['write', userId, 'preferences'] as const,
  preferencesForm: (userId: string) => ['write', userId, 'preferences-form'] as const,
  session: (userId: string) => ['write', userId, 'session'] as const,
  otherSessions: (userId: string) => ['write', userId, 'other-sessions'] as const,
  deletion: (userId: string) => ['write', userId, 'deletion'] as const,
};
