import { graceDays } from '../../contract/user.ts';
import { lockAccount, markForDeletion, unmarkForDeletion } from '../db/accounts.ts';
import type { Queryable } from '../db/database.ts';
import type { AccountRow } from '../db/rows.ts';
import { revokeSessions } from '../db/sessions.ts';
import { holdAccount } from './profile.ts';
import { ServiceError } from './service-error.ts';
import { accountVersion, demand } from './version.ts';
import type { Precondition } from './version.ts';

/** Seconds: how recent the sign-in must be to delete the account. */
const deletionMaxAge = 15 * 60;

/**
 * Marks the account for erasure after {@link graceDays} and signs out every device.
 *
 * @param authenticatedAt when the caller's session was signed in, RFC 3339
 * @throws ServiceError `StepUpRequired`, `PreconditionFailed`
 */
export async function deleteAccount(
  tx: Queryable,
  accountId: string,
  authenticatedAt: string | null,
  precondition: Precondition,
): Promise<void> {
  const age = authenticatedAt === null ? Infinity : Date.now() - Date.parse(authenticatedAt);
  if (age > deletionMaxAge * 1000) {
    throw new ServiceError('StepUpRequired', 'Deleting the account needs a recent sign-in.', {
      maxAge: deletionMaxAge,
    });
  }
  demand(precondition, accountVersion(await holdAccount(tx, accountId)));
  await markForDeletion(tx, accountId, graceDays);
  await revokeSessions(tx, accountId);
}

/**
 * Takes the mark off within the grace period. The devices stay signed out.
 *
 * @throws ServiceError `NotScheduledForDeletion`, `PreconditionFailed`
 */
export async function restoreAccount(
  tx: Queryable,
  accountId: string,
  precondition: Precondition,
): Promise<AccountRow> {
  const account = await lockAccount(tx, accountId);
  if (!account) throw new ServiceError('Unauthorized', 'The account is gone.');
  demand(precondition, accountVersion(account));
  if (account.deletionScheduledFor === null) {
    throw new ServiceError('NotScheduledForDeletion', 'The account is not to be deleted.');
  }
  await unmarkForDeletion(tx, accountId);
  const restored = await lockAccount(tx, accountId);
  if (!restored) throw new Error('the account vanished while it was held');
  return restored;
}
