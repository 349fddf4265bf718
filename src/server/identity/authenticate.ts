import type { Context } from 'hono';
import { ServiceError } from '../accounts/service-error.ts';
import type { Database } from '../db/database.ts';
import type { SignedInRow } from '../db/rows.ts';
import {
  findSignedInByApiKey,
  findSignedInByCookie,
  findSignedInBySession,
} from '../db/signed-in.ts';
import { isUuid } from '../db/uuid.ts';
import { accountIdHeader, demandAccount } from './account-id.ts';
import { actorOf } from './actor.ts';
import { apiKeyHeader, isApiKey } from './api-keys.ts';
import { readCookie } from './cookies.ts';
import { demoNames } from './demo-key.ts';
import { describeDevice } from './device.ts';
import type { Device } from './device.ts';
import { signedInByIssuer } from './external.ts';
import { demandSameOrigin } from './same-origin.ts';
import { hashSecret } from './secret.ts';
import { clientOf, namedByService } from './service.ts';
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

/**
 * Finds out who asks, and in which mode: by `Authorization: Bearer` (RFC 6750), by `X-API-Key`, or
 * else by the page's cookie.
 *
 * @throws ServiceError `Unauthorized`; `InvalidRequest` for two credentials, or a service that names
 *   nobody; `Forbidden` for a client's own token without the scope, and for a change by cookie
 *   without same-origin proof; `NotFound` for a person unknown here; `AccountChanged` for a token at
 *   first sight, as `demandAccount` does
 */
export async function authenticate(
  c: Context,
  db: Database,
  identity: Identity,
): Promise<SignedInRow> {
  const authorization = c.req.header('Authorization');
  const apiKey = c.req.header(apiKeyHeader);
  if (authorization !== undefined && apiKey !== undefined) {
    throw new ServiceError('InvalidRequest', `Give Authorization or ${apiKeyHeader}, not both.`);
  }
  if (authorization !== undefined) return byToken(c, db, identity, authorization);
  if (apiKey !== undefined) {
    const signedIn = isApiKey(apiKey) && (await findSignedInByApiKey(db, hashSecret(apiKey)));
    if (!signedIn) throw new ServiceError('Unauthorized', 'The API key is not valid.');
    return signedIn;
  }
  const cookie = readCookie(c);
  const signedIn = cookie && (await findSignedInByCookie(db, hashSecret(cookie)));
  if (!signedIn) throw new ServiceError('Unauthorized', 'Sign in first.');
  if (!isSafe(c.req.method)) demandSameOrigin(c);
  return signedIn;
}

async function byToken(c: Context, db: Database, identity: Identity, authorization: string) {
  const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
  if (token === undefined) throw badToken();
  const claims = await identity.verify(token);
  const actor = actorOf(claims);
  // Whoever acts by `act` reaches only an account that exists: no account is made for a client so.
  const client = actor ? undefined : clientOf(claims);
  if (client) {
    const issuer = identity.issuer ?? demoNames.issuer;
    return namedByService(db, client, issuer, c.req.header(accountIdHeader));
  }
  const signedIn = identity.issuer
    ? await signedInByIssuer(
        db,
        { claims, token, issuer: identity.issuer, actor },
        { device: () => deviceOf(c), accept: (row) => demandAccount(c, row) },
      )
    : await signedInByDemo(db, claims);
  // Whether somebody acts is said twice, by the token and by its session.
  if (!signedIn || (actor && signedIn.mode !== 'delegated')) throw badToken();
  return signedIn;
}

async function signedInByDemo(db: Database, { sub, sid }: VerifiedToken) {
  if (typeof sid !== 'string' || !isUuid(sid) || !isUuid(sub)) return undefined;
  return findSignedInBySession(db, sid, sub);
}
