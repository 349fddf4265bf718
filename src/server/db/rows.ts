import type { Actor, ExecutionMode } from '../../contract/execution-mode.ts';

/** The rows repositories answer. Times are RFC 3339 text in UTC with milliseconds; amounts numbers. */

interface EmailRow {
  id: string;
  email: string;
  verified: boolean;
  primary: boolean;
  createdAt: string;
  updatedAt: string;
}

interface PhoneNumberRow {
  id: string;
  phoneNumber: string;
  verified: boolean;
  primary: boolean;
  createdAt: string;
  updatedAt: string;
}

interface IdentityRow {
  id: string;
  provider: string;
  name?: string | null;
  email?: string | null;
  avatarUrl?: string | null;
  createdAt: string;
  updatedAt: string;
}

/** One account with its contact points, as one statement reads it. */
export interface AccountRow {
  id: string;
  status: string;
  name: string;
  username: string;
  bio: string | null;
  avatarUrl: string | null;
  locale: string | null;
  timezone: string | null;
  badges: string[];
  emails: EmailRow[];
  phoneNumbers: PhoneNumberRow[];
  identities: IdentityRow[];
  activeSessions: number;
  /** Counts every change of the account; the validator of `ETag` and `If-Match`. */
  version: number;
  createdAt: string;
  updatedAt: string;
  deletionRequestedAt: string | null;
  deletionScheduledFor: string | null;
}

/** Who makes a request, as opposed to whose account it is about. */
export interface Caller {
  mode: ExecutionMode;
  /** Who acts for the person; null where the person does. */
  actor: Actor | null;
}

/** The account a request is about, and who makes it by which session. */
export interface SignedInRow extends AccountRow, Caller {
  /** Null for a service, which signs in nowhere. */
  sessionId: string | null;
  authenticatedAt: string | null;
  /** True when `lastActive` is more than a minute old and should be touched. */
  touchDue: boolean;
}

export interface SessionRow {
  id: string;
  type: string | null;
  platform: string | null;
  tokenType: string | null;
  deviceName: string | null;
  browser: string | null;
  os: string | null;
  ip: string | null;
  location: string | null;
  actor: Actor | null;
  createdAt: string | null;
  lastActive: string;
}

/** The actor of the session `s`, as JSON; null where the person acts. */
export const actorColumn = `case when s.actor_id is not null then json_strip_nulls(
    json_build_object('id', s.actor_id, 'name', s.actor_name)) end as actor`;

/** RFC 3339 in UTC with milliseconds, as every time of the contract is written. */
export const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
