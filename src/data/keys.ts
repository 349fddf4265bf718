import type { UsageHistoryQuery } from '../contract/usage.ts';

/** Begins every key: the cache may be a host's, with keys of its own. */
export const scope = 'account-settings';

/**
 * Query keys. Everything but the user itself lies below the user's id, so that another person's
 * answers can never be shown, however late they come.
 */
export const keys = {
  user: [scope, 'user'] as const,
  account: (userId: string) => [scope, 'account', userId] as const,
  accounts: [scope, 'account'] as const,
  preferences: (userId: string) => [scope, 'account', userId, 'preferences'] as const,
  usage: (userId: string) => [scope, 'account', userId, 'usage'] as const,
  history: (userId: string, query: UsageHistoryQuery) =>
    [scope, 'account', userId, 'usage-history', query] as const,
  sessions: (userId: string) => [scope, 'account', userId, 'sessions'] as const,
  username: (userId: string, username: string) =>
    [scope, 'account', userId, 'username', username] as const,
};

/**
 * Mutation keys, by which pending writes are shown before they are answered, and by which those that
 * took effect are told: the last part says what was written.
 */
export const writes = {
  user: [scope, 'write', 'user'] as const,
  restoration: [scope, 'write', 'restoration'] as const,
  preferences: (userId: string) => [scope, 'write', userId, 'preferences'] as const,
  preferencesForm: (userId: string) => [scope, 'write', userId, 'preferences-form'] as const,
  session: (userId: string) => [scope, 'write', userId, 'session'] as const,
  otherSessions: (userId: string) => [scope, 'write', userId, 'other-sessions'] as const,
  export: (userId: string) => [scope, 'write', userId, 'export'] as const,
  deletion: (userId: string) => [scope, 'write', userId, 'deletion'] as const,
};
