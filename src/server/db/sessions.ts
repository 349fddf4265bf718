import type { Queryable } from './database.ts';
import type { Actor } from '../../contract/execution-mode.ts';
import { actorColumn, instant } from './rows.ts';
import type { SessionRow } from './rows.ts';

const columns = `id, type, platform, token_type as "tokenType", device_name as "deviceName",
  browser, os, ip, location, ${actorColumn}, ${instant('created_at')} as "createdAt",
  ${instant('last_active')} as "lastActive"`;

const live = 'revoked_at is null and (expires_at is null or expires_at > now())';

/** What is recorded of a device when somebody signs in on it. */
export interface NewSession {
  accountId: string;
  /** SHA-256 of the cookie's value, in hex. */
  cookieHash?: string;
  /** What an issuer's tokens of this session have in common. */
  tokenKey?: string;
  /** SHA-256 of the API key, in hex. */
  apiKeyHash?: string;
  /** What stands for the provider's session in which the person signed in. */
  providerSession?: string | undefined;
  /** Who signed in to act for the person. */
  actor?: Actor | undefined;
  type: string;
  platform?: string;
  tokenType?: string;
  deviceName?: string;
  browser?: string;
  os?: string;
  ip?: string;
  /** RFC 3339; null where nobody knows. */
  authenticatedAt: string | null;
  /** RFC 3339. */
  expiresAt: string;
}

/** Records a session; nothing is returned when one of the same token exists already. */
export async function insertSession(db: Queryable, session: NewSession) {
  const rows = await db.query<{ id: string }>(
    `insert into sessions (account_id, cookie_hash, token_key, type, platform, device_name,
       browser, os, ip, authenticated_at, expires_at, api_key_hash, actor_id, actor_name,
       token_type, provider_session, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, now())
     on conflict do nothing returning id`,
    [
      session.accountId,
      session.cookieHash ?? null,
      session.tokenKey ?? null,
      session.type,
      session.platform ?? null,
      session.deviceName ?? null,
      session.browser ?? null,
      session.os ?? null,
      session.ip ?? null,
      session.authenticatedAt,
      session.expiresAt,
      session.apiKeyHash ?? null,
      session.actor?.id ?? null,
      session.actor?.name ?? null,
      session.tokenType ?? null,
      session.providerSession ?? null,
    ],
  );
  return rows[0]?.id;
}

/**
 * Remembers an issuer's session as long as its newest token. A revoked one too: it stays dead, and
 * were it forgotten while the issuer still signs for it, it would come back as a new one.
 */
export async function extendSession(
  db: Queryable,
  accountId: string,
  tokenKey: string,
  expiresAt: string,
) {
  await db.query(
    `update sessions set expires_at = $3::timestamptz
     where account_id = $1 and token_key = $2 and expires_at < $3::timestamptz`,
    [accountId, tokenKey, expiresAt],
  );
}

/** One live session of the account. */
export const findSession = async (db: Queryable, accountId: string, id: string) =>
  (
    await db.query<SessionRow>(
      `select ${columns} from sessions s where account_id = $1 and id = $2 and ${live}`,
      [accountId, id],
    )
  )[0];

/** Where a page of the list ends. */
export interface SessionPosition {
  lastActive: string;
  id: string;
}

/** Live sessions but `exceptId` where there is one, last active first, from `after` on. */
export function listSessions(
  db: Queryable,
  accountId: string,
  exceptId: string | null,
  limit: number,
  after?: SessionPosition,
): Promise<SessionRow[]> {
  const order = 'order by last_active desc, id desc';
  return after
    ? db.query<SessionRow>(
        `select ${columns} from sessions s where account_id = $1 and id is distinct from $2::uuid and ${live}
           and (last_active, id) < ($4::timestamptz, $5::uuid) ${order} limit $3`,
        [accountId, exceptId, limit, after.lastActive, after.id],
      )
    : db.query<SessionRow>(
        `select ${columns} from sessions s where account_id = $1 and id is distinct from $2::uuid
           and ${live} ${order} limit $3`,
        [accountId, exceptId, limit],
      );
}

/** How many devices are signed in. */
export async function countSessions(db: Queryable, accountId: string): Promise<number> {
  const rows = await db.query<{ total: number }>(
    `select count(*)::int as total from sessions where account_id = $1 and ${live}`,
    [accountId],
  );
  return rows[0]?.total ?? 0;
}

/** Revokes one session; false when the account has none of this id. */
export async function revokeSession(db: Queryable, accountId: string, id: string) {
  const rows = await db.query(
    `update sessions set revoked_at = now() where account_id = $1 and id = $2 and ${live}
     returning id`,
    [accountId, id],
  );
  return rows.length > 0;
}

/** Revokes all sessions, or all but one, and answers how many. */
export async function revokeSessions(
  db: Queryable,
  accountId: string,
  exceptId: string | null = null,
) {
  const rows = await db.query<{ revoked: number }>(
    `with gone as (update sessions set revoked_at = now()
       where account_id = $1 and id is distinct from $2::uuid and ${live} returning 1)
     select count(*)::int as revoked from gone`,
    [accountId, exceptId],
  );
  return rows[0]?.revoked ?? 0;
}

/** Revokes the session of a cookie. */
export async function revokeCookie(db: Queryable, cookieHash: string) {
  await db.query(
    'update sessions set revoked_at = now() where cookie_hash = $1 and revoked_at is null',
    [cookieHash],
  );
}

/** Revokes the sessions, by cookie or by token, that belong to one session at the provider. */
export async function revokeProviderSession(db: Queryable, issuer: string, key: string) {
  await db.query(
    `update sessions s set revoked_at = now() from accounts a
     where a.id = s.account_id and a.issuer = $1 and s.revoked_at is null
       and (s.provider_session = $2 or s.token_key = $2)`,
    [issuer, key],
  );
}

/** Revokes every session of a provider's person. */
export async function revokeSubject(db: Queryable, issuer: string, subject: string) {
  await db.query(
    `update sessions s set revoked_at = now() from accounts a
     where a.id = s.account_id and a.issuer = $1 and a.subject = $2 and s.revoked_at is null`,
    [issuer, subject],
  );
}

/** Notes that the session was used just now, at most once a minute. */
export async function touchSession(db: Queryable, id: string) {
  await db.query(
    `update sessions set last_active = now()
     where id = $1 and last_active < now() - interval '1 minute'`,
    [id],
  );
}

/** Forgets sessions that are dead, and of which no token was seen, for so long that none will be. */
export async function pruneSessions(db: Queryable) {
  await db.query(
    `delete from sessions where greatest(revoked_at, expires_at) < now() - interval '90 days'`,
  );
}
