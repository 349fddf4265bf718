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

/** The session a request belongs to, and its account. */
export interface SignedInRow extends AccountRow {
  sessionId: string;
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
  createdAt: string | null;
  lastActive: string;
}

/** RFC 3339 in UTC with milliseconds, as every time of the contract is written. */
export const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
