import type { Queryable } from './database.ts';

/** A session at a provider, or with `subject` all that a person has there, by SHA-256 in hex. */
interface AtProvider {
  issuer: string;
  session?: string | undefined;
  subject?: string | undefined;
}

/** Keeps a logout and a first sight of the same session apart: one of them sees the other's rows. */
const lock = (tx: Queryable, { issuer, session, subject }: AtProvider) =>
  tx.query(
    `select pg_advisory_xact_lock(hashtext(key)) from unnest($1::text[]) as key order by key`,
    [[session, subject].filter((key) => key !== undefined).map((key) => `${issuer} ${key}`)],
  );

/** Remembers that a session, or everything until now, has ended at the provider. */
export async function rememberLogout(tx: Queryable, ended: AtProvider) {
  await lock(tx, ended);
  await tx.query(
    `insert into provider_logouts (issuer, key) select $1, unnest($2::text[])
     on conflict (issuer, key) do update set ended_at = now()`,
    [ended.issuer, [ended.session, ended.subject].filter((key) => key !== undefined)],
  );
}

/** Whether the session has ended at the provider, or the person signed out there since `issuedAt`. */
export async function isLoggedOut(tx: Queryable, at: AtProvider & { issuedAt: string }) {
  await lock(tx, at);
  const rows = await tx.query(
    `select 1 from provider_logouts where issuer = $1
       and (key = $2 or (key = $3 and ended_at >= $4::timestamptz))`,
    [at.issuer, at.session ?? null, at.subject ?? null, at.issuedAt],
  );
  return rows.length > 0;
}

/** Forgets logouts so old that no token of before them is good. */
export async function pruneLogouts(db: Queryable) {
  await db.query(`delete from provider_logouts where ended_at < now() - interval '90 days'`);
}
