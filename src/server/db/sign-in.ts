import type { Queryable } from './database.ts';

/** A sign-in that has begun: what its end is checked against. */
export interface Attempt {
  /** SHA-256 of the browser's own secret, in hex: nobody else can end it. */
  browserHash: string;
  nonce: string;
  /** The PKCE code verifier (RFC 7636). */
  verifier: string;
  /** The path to go to afterwards. */
  next: string;
  /** Seconds since the sign-in at the provider at most; null when any will do. */
  maxAge: number | null;
}

/** So many may be under way in one browser; the oldest make room. */
const attemptsPerBrowser = 20;

/** Seconds that a sign-in may take. */
export const attemptLifetime = 15 * 60;

/** Remembers a sign-in by the SHA-256 of its `state`, in hex. */
export async function insertAttempt(db: Queryable, stateHash: string, attempt: Attempt) {
  await db.query(
    `insert into sign_in_attempts (state_hash, browser_hash, nonce, verifier, next, max_age, expires_at)
     values ($1, $2, $3, $4, $5, $6, now() + make_interval(secs => $7))`,
    [
      stateHash,
      attempt.browserHash,
      attempt.nonce,
      attempt.verifier,
      attempt.next,
      attempt.maxAge,
      attemptLifetime,
    ],
  );
  await db.query(
    `delete from sign_in_attempts where state_hash in (
       select state_hash from sign_in_attempts where browser_hash = $1
       order by expires_at desc offset $2)`,
    [attempt.browserHash, attemptsPerBrowser],
  );
}

/** Takes a sign-in, once; nothing for one that is not known, over, or another browser's. */
export async function takeAttempt(
  db: Queryable,
  stateHash: string,
  browserHash: string,
): Promise<Attempt | undefined> {
  const rows = await db.query<Attempt>(
    `delete from sign_in_attempts
     where state_hash = $1 and browser_hash = $2 and expires_at > now()
     returning browser_hash as "browserHash", nonce, verifier, next, max_age as "maxAge"`,
    [stateHash, browserHash],
  );
  return rows[0];
}

/** Remembers a logout token by the SHA-256 of its id, in hex; false when it was seen before. */
export async function rememberLogoutToken(db: Queryable, idHash: string, expiresAt: string) {
  const rows = await db.query(
    `insert into logout_tokens (id_hash, expires_at) values ($1, $2::timestamptz)
     on conflict do nothing returning id_hash`,
    [idHash, expiresAt],
  );
  return rows.length > 0;
}

/** Forgets sign-ins that were never ended, and logout tokens that are good no more. */
export async function pruneSignIn(db: Queryable) {
  await db.query('delete from sign_in_attempts where expires_at < now()');
  await db.query('delete from logout_tokens where expires_at < now()');
}
