import type { Context } from 'hono';
import { ServiceError } from '../accounts/service-error.ts';
import type { Database } from '../db/database.ts';
import type { SignedInRow } from '../db/rows.ts';
import { findSignedInByCookie, findSignedInBySession } from '../db/signed-in.ts';
import { hashCookie, readCookie } from './cookies.ts';
import { describeDevice } from './device.ts';
import type { Device } from './device.ts';
import { signedInByIssuer } from './external.ts';
import { demandSameOrigin } from './same-origin.ts';
import { badToken } from './tokens.ts';
import type { TokenVerifier, VerifiedToken } from './tokens.ts';

/** Whose tokens the service accepts. */
export interface Identity {
  verify: TokenVerifier;
  /** The issuer whose people are provisioned; absent in demo mode, where sessions are recorded. */
  issuer?: string;
}

/** Describes the device a request comes from. */
export function deviceOf(c: Context): Device {
  const env: { incoming?: { socket?: { remoteAddress?: string } } } | undefined = c.env;
  return describeDevice(c.req.header('User-Agent'), env?.incoming?.socket?.remoteAddress);
}

const isSafe = (method: string) => method === 'GET' || method === 'HEAD';

const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/**
 * Finds out who asks: by `Authorization: Bearer` (RFC 6750) or else by the page's cookie.
 *
 * @throws ServiceError `Unauthorized`; `Forbidden` for a change by cookie without same-origin proof
 */
export async function authenticate(
  c: Context,
  db: Database,
  identity: Identity,
): Promise<SignedInRow> {
  const authorization = c.req.header('Authorization');
  if (authorization !== undefined) {
    const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
    if (token === undefined) throw badToken();
    const claims = await identity.verify(token);
    const signedIn = identity.issuer
      ? await signedInByIssuer(db, claims, token, identity.issuer, () => deviceOf(c))
      : await signedInByDemo(db, claims);
    if (!signedIn) throw badToken();
    return signedIn;
  }
  const cookie = readCookie(c);
  const signedIn = cookie && (await findSignedInByCookie(db, hashCookie(cookie)));
  if (!signedIn) throw new ServiceError('Unauthorized', 'Sign in first.');
  if (!isSafe(c.req.method)) demandSameOrigin(c);
  return signedIn;
}

async function signedInByDemo(db: Database, { sub, sid }: VerifiedToken) {
  if (typeof sid !== 'string' || !uuid.test(sid) || !uuid.test(sub)) return undefined;
  return findSignedInBySession(db, sid, sub);
}
