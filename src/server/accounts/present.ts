import type { deletion, user } from '../../contract/user.ts';
import type * as z from 'zod/mini';
import type { AccountRow, Caller } from '../db/rows.ts';

/** The user as it goes over the wire: what a reader of the contract accepts. */
export type WireUser = z.input<typeof user>;

/** `value` without its empty properties: absent is how the contract says "none". */
export function withoutEmpty<T extends object>(value: T): { [K in keyof T]: NonNullable<T[K]> } {
  const kept = Object.entries(value).filter(([, part]) => part !== null && part !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]: NonNullable<T[K]> };
}

/** The mark of an account that will be erased. */
function presentDeletion(account: AccountRow): z.input<typeof deletion> | null {
  const { deletionRequestedAt: requestedAt, deletionScheduledFor: scheduledFor } = account;
  return requestedAt !== null && scheduledFor !== null ? { requestedAt, scheduledFor } : null;
}

/** Who asks, as answers about the person say it: nothing when it is the person. */
export const presentCaller = ({
  mode,
  actor,
}: Caller): Pick<WireUser, 'executionMode' | 'actor'> =>
  mode === 'standard' ? {} : withoutEmpty({ executionMode: mode, actor });

/** What `GET /me` answers, but for who asks. */
export function presentUser(account: AccountRow): WireUser {
  const email = account.emails.find(({ primary }) => primary)?.email;
  return withoutEmpty({
    id: account.id,
    status: account.status,
    name: account.name,
    username: account.username,
    bio: account.bio,
    avatarUrl: account.avatarUrl,
    email,
    defaultEmail: email,
    // Bird's addresses have no `primary`: `defaultEmail` names it.
    emails: account.emails.map(({ id, email, verified, createdAt, updatedAt }) => ({
      id,
      userId: account.id,
      email,
      verified,
      passwordSet: false,
      tokenSet: false,
      createdAt,
      updatedAt,
    })),
    phoneNumber: account.phoneNumbers.find(({ primary }) => primary)?.phoneNumber,
    phoneNumbers: account.phoneNumbers.map((number) => ({ ...number, userId: account.id })),
    identities: account.identities.map(withoutEmpty),
    locale: account.locale,
    timezone: account.timezone,
    badges: account.badges,
    activeSessions: account.activeSessions,
    createdAt: account.createdAt,
    updatedAt: account.updatedAt,
    deletion: presentDeletion(account),
  });
}
