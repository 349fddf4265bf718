import type { Actor } from '../../contract/execution-mode.ts';
import { ServiceError } from '../accounts/service-error.ts';
import type { Queryable } from '../db/database.ts';
import type { SignedInRow } from '../db/rows.ts';
import { findNamedByService } from '../db/signed-in.ts';
import { accountIdHeader } from './account-id.ts';
import type { VerifiedToken } from './tokens.ts';

/** The scope a service needs to act on people's accounts. */
export const actingScope = 'accounts:act';

/**
 * True for the token of a client itself: its subject is the client (RFC 9068, § 2.2), known by
 * `client_id` or, with older issuers, `azp`.
 */
export const isService = ({ sub, client_id, azp }: VerifiedToken): boolean =>
  sub === client_id || sub === azp;

/** The scopes of a token: a list of words (RFC 8693, § 4.2), or the array some issuers call `scp`. */
function scopesOf({ scope, scp }: VerifiedToken): unknown[] {
  return [
    ...(typeof scope === 'string' ? scope.split(' ') : []),
    ...(Array.isArray(scp) ? (scp as unknown[]) : []),
  ];
}

/**
 * Finds the account that a service names by `Account-Id`: the account's id, or the issuer's subject.
 * It signs in nowhere, so no session is recorded; and it never makes an account.
 *
 * @throws ServiceError `Forbidden` without the scope, `InvalidRequest` without the header,
 *   `NotFound` for a person the issuer has no account of here
 */
export async function namedByService(
  db: Queryable,
  claims: VerifiedToken,
  issuer: string,
  person: string | undefined,
): Promise<SignedInRow> {
  if (!scopesOf(claims).includes(actingScope)) {
    throw new ServiceError('Forbidden', `The token lacks the scope ${actingScope}.`);
  }
  if (!person) {
    throw new ServiceError('InvalidRequest', `A service names the person by ${accountIdHeader}.`);
  }
  const service: Actor = { id: claims.sub, name: undefined };
  const account = await findNamedByService(db, issuer, person, service);
  if (account) return account;
  throw new ServiceError('NotFound', `There is no account of the person in ${accountIdHeader}.`);
}
