import { createHash } from 'node:crypto';
import type { AccountRow, Caller } from '../db/rows.ts';
import { ServiceError } from './service-error.ts';

/**
 * Decides whether a change may be made to what `current` identifies; false means that somebody
 * changed it since the caller read it.
 */
export type Precondition = (current: string) => boolean;

/** An opaque validator that no other user, version or kind of resource has. */
const validator = (...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(parts.join(' ')).digest('base64url').slice(0, 22);

/** Identifies everything `GET /me` answers, the count of sessions included. */
export const accountVersion = (account: AccountRow): string =>
  validator('account', account.id, account.version, account.activeSessions);

/** Tells what this caller gets of a version from what the person gets; nothing for the person. */
export const callerVariant = ({ mode, actor }: Caller): string | undefined =>
  mode === 'standard' ? undefined : validator('caller', mode, JSON.stringify(actor));

/** Identifies the preferences; 0 is the version of the defaults. */
export const preferencesVersion = (accountId: string, version: number): string =>
  validator('preferences', accountId, version);

/** @throws ServiceError `PreconditionFailed` */
export function demand(precondition: Precondition, current: string): void {
  if (!precondition(current)) {
    throw new ServiceError('PreconditionFailed', 'It was changed since you read it.');
  }
}
