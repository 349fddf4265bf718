import { username as usernameRule } from '../../contract/rules.ts';
import type { RuleCode } from '../../contract/rules.ts';
import type { UserPatch } from '../../contract/user.ts';
import { eraseDueAccounts, isUsernameHeld, lockAccount, updateAccount } from '../db/accounts.ts';
import { changeContacts } from '../db/contacts.ts';
import type { ContactChange } from '../db/contacts.ts';
import { isUniqueViolation } from '../db/database.ts';
import type { Queryable } from '../db/database.ts';
import type { AccountRow } from '../db/rows.ts';
import { choosePrimary, isLastVerified, removePrimary } from './contact-points.ts';
import type { ContactPoint } from './contact-points.ts';
import { ServiceError, usernameTaken, violation } from './service-error.ts';
import { accountVersion, demand } from './version.ts';
import type { Precondition } from './version.ts';

/**
 * Holds the account for a change.
 *
 * @throws ServiceError `Unauthorized` when it is gone, `AccountScheduledForDeletion` when marked
 */
export async function holdAccount(tx: Queryable, id: string): Promise<AccountRow> {
  const account = await lockAccount(tx, id);
  if (!account) throw new ServiceError('Unauthorized', 'The account is gone.');
  if (account.deletionScheduledFor !== null) throw scheduledForDeletion();
  return account;
}

/** Within the grace period an account can be read, exported and restored. */
export const scheduledForDeletion = (): ServiceError =>
  new ServiceError(
    'AccountScheduledForDeletion',
    'The account is scheduled for deletion: restore it to change it.',
  );

const emailPoints = (account: AccountRow): ContactPoint[] =>
  account.emails.map(({ email, ...point }) => ({ ...point, value: email }));

const phonePoints = (account: AccountRow): ContactPoint[] =>
  account.phoneNumbers.map(({ phoneNumber, ...point }) => ({ ...point, value: phoneNumber }));

/** @throws ServiceError `email_last_verified` when nobody could be reached afterwards */
function emailChanges(account: AccountRow, email: string | null | undefined): ContactChange[] {
  if (email === undefined) return [];
  const points = emailPoints(account);
  if (email !== null) return choosePrimary(points, email);
  if (isLastVerified(points)) throw violation(['email'], 'email_last_verified');
  return removePrimary(points);
}

function phoneChanges(account: AccountRow, phone: string | null | undefined): ContactChange[] {
  if (phone === undefined) return [];
  const points = phonePoints(account);
  return phone === null ? removePrimary(points) : choosePrimary(points, phone);
}

/**
 * Merges `patch` into the account (RFC 7396). Nothing is written, and no version counted, when
 * nothing changes.
 *
 * @param patch as the contract's rules let it through
 * @throws ServiceError `PreconditionFailed`, `UsernameTaken`, `ValidationFailed`
 */
export async function updateProfile(
  tx: Queryable,
  accountId: string,
  patch: UserPatch,
  precondition: Precondition,
): Promise<AccountRow> {
  const account = await holdAccount(tx, accountId);
  demand(precondition, accountVersion(account));
  const emails = emailChanges(account, patch.email);
  const phoneNumbers = phoneChanges(account, patch.phoneNumber);
  const next = {
    name: patch.name ?? account.name,
    username: patch.username ?? account.username,
    bio: patch.bio === undefined ? account.bio : patch.bio,
    avatarUrl: patch.avatarUrl === undefined ? account.avatarUrl : patch.avatarUrl,
    locale: patch.locale === undefined ? account.locale : patch.locale,
    timezone: patch.timezone === undefined ? account.timezone : patch.timezone,
  };
  const fields = Object.keys(next) as (keyof typeof next)[];
  const isChanged = fields.some((field) => next[field] !== account[field]);
  if (!isChanged && emails.length === 0 && phoneNumbers.length === 0) return account;
  // An account whose grace period is over holds its name no longer, though its row may still stand.
  if (next.username !== account.username) await eraseDueAccounts(tx);
  await changeContacts(tx, accountId, 'email', emails);
  await changeContacts(tx, accountId, 'phoneNumber', phoneNumbers);
  try {
    await updateAccount(tx, accountId, next);
  } catch (error) {
    throw isUniqueViolation(error, 'accounts_username') ? usernameTaken() : error;
  }
  const updated = await lockAccount(tx, accountId);
  if (!updated) throw new Error('the account vanished while it was held');
  return updated;
}

/** Says whether the account could take `username`, and why not: a rule code. */
export async function usernameAvailability(
  db: Queryable,
  account: AccountRow,
  username: string,
): Promise<{ available: boolean; reason?: RuleCode }> {
  if (username === account.username) return { available: true };
  const checked = usernameRule.safeParse(username);
  if (!checked.success) {
    return { available: false, reason: checked.error.issues[0]?.message as RuleCode };
  }
  if (checked.data === account.username) return { available: true };
  return (await isUsernameHeld(db, checked.data, account.id))
    ? { available: false, reason: 'username_taken' }
    : { available: true };
}
