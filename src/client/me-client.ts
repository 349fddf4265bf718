import type { Preferences, PreferencesPatch } from '../contract/preferences.ts';
import type { SessionPage, UsernameAvailability } from '../contract/session.ts';
import type { Usage, UsageHistory, UsageHistoryQuery } from '../contract/usage.ts';
import type { User, UserField, UserPatch } from '../contract/user.ts';

/** What the backend lets this person do with one field. `none`: it does not know the field. */
export type FieldAccess = 'edit' | 'read' | 'none';

/** What may be empty by the contract, but not be emptied again with every backend. */
export type ClearableField =
  'bio' | 'avatarUrl' | 'locale' | 'timezone' | 'email' | 'phoneNumber' | 'schedulingTimezone';

/**
 * What a backend can do, declared by its adapter. Pages ask this and never which backend it is: a
 * missing capability hides its control and, where a person would look for it, says why.
 */
export interface Capabilities {
  readonly user: Readonly<Record<UserField, FieldAccess>>;
  readonly preferences: Readonly<
    Record<'theme' | 'notifications' | 'timezone' | 'socials', FieldAccess>
  >;
  /** Whether an editable field may be emptied again. */
  readonly clear: Readonly<Record<ClearableField, boolean>>;
  readonly usage: { readonly totals: boolean; readonly history: boolean };
  readonly sessions: {
    /** Says how many devices are signed in (`activeSessions`), listed or not. */
    readonly count: boolean;
    readonly list: boolean;
    readonly revoke: boolean;
    readonly revokeOthers: boolean;
  };
  readonly usernameAvailability: boolean;
  readonly exportData: boolean;
  /** `graceDays`: days in which a deleted account can be restored; `null` when it cannot. */
  readonly deletion: { readonly available: boolean; readonly graceDays: number | null };
}

/** A value with the validator (RFC 9110 strong `ETag`) it was read with, where there is one. */
export interface Versioned<T> {
  readonly value: T;
  readonly etag: string | undefined;
}

export interface ReadOptions {
  /** Aborts the request; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Whose account is meant. When somebody else has signed in meanwhile, a backend that can tell
   * refuses with `AccountChanged` instead of answering with, or changing, that person's.
   */
  readonly account?: string | undefined;
  /**
   * Asks past every cache: with another token, where tokens sign the calls, and not for an answer
   * that the browser keeps. With `getUser`.
   */
  readonly fresh?: boolean | undefined;
}

export interface WriteOptions extends ReadOptions {
  /**
   * One key per intent of the person, from `newIntent()`. A repeat of the same intent (a retry
   * after a lost answer) carries the same key, so that it takes effect once.
   */
  readonly intent: string;
  /** The version the person saw; a stale one is refused with `PreconditionFailed` (412). */
  readonly etag?: string | undefined;
}

export interface SessionQuery extends ReadOptions {
  /** Rows wanted, 1–1000. */
  readonly limit?: number | undefined;
  readonly pageToken?: string | undefined;
}

/** The person's data as one JSON document, with the file name the backend proposes. */
export interface AccountExport {
  readonly blob: Blob;
  readonly filename: string;
}

/**
 * The typed `/me` client. Every backend is an adapter behind it: answers are parsed at the border,
 * and every failure is a `MeError`. Reading may be repeated freely; nothing here retries a write.
 */
export interface MeClient {
  readonly can: Capabilities;
  getUser(options?: ReadOptions): Promise<Versioned<User>>;
  updateUser(patch: UserPatch, options: WriteOptions): Promise<Versioned<User>>;
  /** Marks the account for deletion; every session and token of it is dead afterwards. */
  deleteUser(options: WriteOptions): Promise<void>;
  restoreUser(options: WriteOptions): Promise<Versioned<User>>;
  getPreferences(options?: ReadOptions): Promise<Versioned<Preferences>>;
  updatePreferences(
    patch: PreferencesPatch,
    options: WriteOptions,
  ): Promise<Versioned<Preferences>>;
  getUsage(options?: ReadOptions): Promise<Usage>;
  getUsageHistory(query: UsageHistoryQuery, options?: ReadOptions): Promise<UsageHistory>;
  listSessions(query?: SessionQuery): Promise<SessionPage>;
  revokeSession(id: string, options: WriteOptions): Promise<void>;
  /** Signs out every other device; answers how many there were. */
  revokeOtherSessions(options: WriteOptions): Promise<number>;
  checkUsername(username: string, options?: ReadOptions): Promise<UsernameAvailability>;
  exportData(options?: ReadOptions): Promise<AccountExport>;
}
