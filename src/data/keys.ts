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

/** Mutation keys, by which pending writes are shown before they are answered. */
export const writes = {
  preferences: (userId: string) => ['write', userId, 'preferences'] as const,
  session: (userId: string) => ['write', userId, 'session'] as const,
};
