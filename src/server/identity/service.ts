import * as z from 'zod/mini';
import { catch as orElse } from 'zod/mini';
import type { Actor } from '../../contract/execution-mode.ts';
import { ServiceError } from '../accounts/service-error.ts';
import type { Queryable } from '../db/database.ts';
import type { SignedInRow } from '../db/rows.ts';
import { findNamedByService } from '../db/signed-in.ts';
import { accountIdHeader } from './account-id.ts';
import type { VerifiedToken } from './tokens.ts';

/**
 * The scope a service needs to act on people's accounts. It is for services only: a token that has
 * it is a service's, whoever its subject is, and reaches every account of the issuer. An issuer must
 * not grant it to people.
 */
export const actingScope = 'accounts:act';

/** A client that calls by a token of its own, not by one of a person. */
interface Client {
  id: string;
  /** True with {@link actingScope}. */
  mayAct: boolean;
}

const text = orElse(z.optional(z.string().check(z.minLength(1))), undefined);
const list = z.array(z.string());
const spaced = z.pipe(
  z.string(),
  z.transform((value) => value.split(' ')),
);

/** What issuers say of clients. A claim of another shape says nothing. */
const clientClaims = z.object({
  client_id: text,
  azp: text,
  cid: text,
  appid: text,
  gty: text,
  idtyp: text,
  oid: text,
  azpacr: text,
  appidacr: text,
  preferred_username: text,
  /** RFC 8693, § 4.2. */
  scope: orElse(spaced, []),
  /** Okta's array, Entra's words. */
  scp: orElse(z.union([list, spaced]), []),
  /** Entra's application permissions. */
  roles: orElse(list, []),
});

/**
 * The client whose own the token is: never a person's, so it signs nobody in and makes no account.
 * Each issuer says so in its own way.
 *
 * @returns nothing for a person's token, through whichever client the person got it
 */
export function clientOf(claims: VerifiedToken): Client | undefined {
  const { sub } = claims;
  const said = clientClaims.parse(claims);
  const ids = [said.client_id, said.azp, said.cid, said.appid].filter((id) => id !== undefined);
  const username = said.preferred_username?.toLowerCase();
  const mayAct = [...said.scope, ...said.scp, ...said.roles].includes(actingScope);
  const isOwn =
    mayAct ||
    // RFC 9068, § 2.2; Okta by `cid`. Auth0's have a suffix, and in one of its two profiles no `gty`.
    ids.some((id) => sub === id || sub === `${id}@clients`) ||
    said.gty === 'client-credentials' ||
    said.idtyp === 'app' ||
    // Entra, where `idtyp` is not turned on: people's have `scp`, and a subject per application.
    (sub === said.oid &&
      claims['scp'] === undefined &&
      (said.azpacr ?? said.appidacr) !== undefined) ||
    // Keycloak, which writes usernames in lower case but not the ids of clients.
    ids.some((id) => username === `service-account-${id}`.toLowerCase());
  return isOwn ? { id: ids[0] ?? sub, mayAct } : undefined;
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
  { id, mayAct }: Client,
  issuer: string,
  person: string | undefined,
): Promise<SignedInRow> {
  if (!mayAct) throw new ServiceError('Forbidden', `The token lacks the scope ${actingScope}.`);
  if (!person) {
    throw new ServiceError('InvalidRequest', `A service names the person by ${accountIdHeader}.`);
  }
  const service: Actor = { id, name: undefined };
  const account = await findNamedByService(db, issuer, person, service);
  if (account) return account;
  throw new ServiceError('NotFound', `There is no account of the person in ${accountIdHeader}.`);
}
