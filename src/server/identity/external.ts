import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '../../contract/execution-mode.ts';
import { eraseDueAccounts } from '../db/accounts.ts';
import type { Database, Queryable } from '../db/database.ts';
import { findExternalAccount, insertAccount } from '../db/external-accounts.ts';
import type { SignedInRow } from '../db/rows.ts';
import { isLoggedOut } from '../db/provider-logouts.ts';
import { extendSession, insertSession } from '../db/sessions.ts';
import { findSignedInByToken } from '../db/signed-in.ts';
import { accountFromClaims, usernameCandidates } from './claims.ts';
import type { Device } from './device.ts';
import type { VerifiedToken } from './tokens.ts';

/** A token of an issuer, found good. */
interface IssuedToken {
  claims: VerifiedToken;
  token: string;
  issuer: string;
  /** Who acts for the person; nothing when the person does. */
  actor: Actor | undefined;
}

const iso = (seconds: number): string => new Date(seconds * 1000).toISOString();

/** What stands for a session at the issuer, by its `sid`. */
export const providerSession = (sid: string): string =>
  createHash('sha256').update(`sid ${sid}`).digest('hex');

/** What stands for a person at the issuer, by its `sub`. */
export const providerSubject = (sub: string): string =>
  createHash('sha256').update(`sub ${sub}`).digest('hex');

/**
 * What the tokens of one session share: its `sid`, else the token's own id, else the token. A token
 * got in exchange may keep the `sid` of the person's: whoever acts has a session of their own.
 */
function sessionKey({ claims, token, actor }: IssuedToken): string {
  const { sid, jti } = claims;
  if (typeof sid === 'string' && !actor) return providerSession(sid);
  const name =
    typeof sid === 'string' ? `sid ${sid}` : typeof jti === 'string' ? `jti ${jti}` : token;
  const acting = actor ? `act ${JSON.stringify(actor.id)} ` : '';
  return createHash('sha256').update(`${acting}${name}`).digest('hex');
}

/**
 * When the person signed in, or null where the issuer does not say. When a token was issued says
 * nothing of that: one that was merely refreshed is as young.
 */
export function signInTime(claims: VerifiedToken): string | null {
  const seconds = claims['auth_time'];
  const isTime = typeof seconds === 'number' && seconds >= 0 && seconds <= Date.now() / 1000 + 60;
  return isTime ? iso(seconds) : null;
}

/** The request that a token came with. */
interface Arrival {
  device(): Device;
  /** Throws when the request is not meant for this account. */
  accept(signedIn: SignedInRow): void;
}

/**
 * Finds the session of an issuer's token; on first sight the token gets a session, and the person an
 * account unless somebody else acts. A session that was revoked here stays dead, whatever the issuer
 * still signs, and one that ended at the issuer never begins here. A request that is not accepted
 * leaves nothing: no session, and no account.
 */
export async function signedInByIssuer(
  db: Database,
  issued: IssuedToken,
  { device, accept }: Arrival,
): Promise<SignedInRow | undefined> {
  const { claims, issuer, actor } = issued;
  const key = sessionKey(issued);
  const issuedAt = iso(claims.iat);
  const authenticatedAt = signInTime(claims);
  const session = typeof claims['sid'] === 'string' ? providerSession(claims['sid']) : undefined;
  const subject = providerSubject(claims.sub);
  const find = (tx: Queryable) =>
    findSignedInByToken(tx, { issuer, subject: claims.sub, key, issuedAt });
  const known = (await find(db)) ?? (await record());
  if (!known) return undefined;
  return { ...known, authenticatedAt };

  async function record() {
    return db.transaction(async (tx) => {
      if (await isLoggedOut(tx, { issuer, session, subject, issuedAt })) return undefined;
      await eraseDueAccounts(tx);
      const accountId = await (actor ? existing : provision)(tx, claims, issuer, issuedAt);
      if (accountId === undefined) return undefined;
      await insertSession(tx, {
        accountId,
        tokenKey: key,
        ...device(),
        ...(actor && { type: 'delegated', actor }),
        authenticatedAt,
        expiresAt: iso(claims.exp),
      });
      await extendSession(tx, accountId, key, iso(claims.exp));
      const recorded = await find(tx);
      if (recorded) accept(recorded);
      return recorded;
    });
  }
}

/** The account of the token's person; nothing when there is none, or for a token it outlived. */
async function existing(tx: Queryable, { sub }: VerifiedToken, issuer: string, issuedAt: string) {
  const account = await findExternalAccount(tx, issuer, sub, issuedAt);
  return account?.opens ? account.id : undefined;
}

/** The account of the token's person, made when there is none; nothing for a token it outlived. */
export async function provision(
  tx: Queryable,
  claims: VerifiedToken,
  issuer: string,
  issuedAt: string,
): Promise<string | undefined> {
  const account = accountFromClaims(claims, issuer);
  for (const username of usernameCandidates(claims, () => randomBytes(4).toString('hex'))) {
    const existing = await findExternalAccount(tx, issuer, claims.sub, issuedAt);
    if (existing) return existing.opens ? existing.id : undefined;
    const id = await insertAccount(tx, { ...account, username });
    if (id !== undefined) return id;
  }
  return undefined;
}
