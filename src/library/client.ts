export { createClient, type ClientOptions } from '../client/create-client.ts';
export { MeError, type FieldError } from '../client/me-error.ts';
export type {
  AccountExport,
  Capabilities,
  FieldAccess,
  MeClient,
  ReadOptions,
  SessionQuery,
  Versioned,
  WriteOptions,
} from '../client/me-client.ts';
export type { GetToken, TokenRequest } from '../client/token-source.ts';
export type { Preferences, PreferencesPatch } from '../contract/preferences.ts';
export type { Session, SessionPage } from '../contract/session.ts';
export type { Usage, UsageHistory, UsageHistoryQuery } from '../contract/usage.ts';
export type { User, UserPatch } from '../contract/user.ts';
