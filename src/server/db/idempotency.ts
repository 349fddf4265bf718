import type { Queryable } from './database.ts';

/** An answer as it was sent the first time. */
export interface StoredAnswer {
  status: number;
  body: string | null;
  etag: string | null;
}

/**
 * Takes `key` for this transaction. A transaction that holds the same key is waited for.
 *
 * @returns nothing when the key is new, else what it was used for and the answer given
 */
export async function claimKey(
  tx: Queryable,
  accountId: string,
  key: string,
  requestHash: string,
): Promise<(StoredAnswer & { requestHash: string }) | undefined> {
  const claimed = await tx.query(
    `insert into idempotency_keys as k (account_id, key, request_hash) values ($1, $2, $3)
     on conflict (account_id, key) do update
       set request_hash = excluded.request_hash, status = null, body = null, etag = null,
         created_at = now()
       where k.created_at < now() - interval '24 hours'
     returning key`,
    [accountId, key, requestHash],
  );
  if (claimed.length > 0) return undefined;
  const rows = await tx.query<StoredAnswer & { requestHash: string }>(
    `select request_hash as "requestHash", status, body, etag from idempotency_keys
     where account_id = $1 and key = $2`,
    [accountId, key],
  );
  return rows[0];
}

/** Stores the answer with its effect: both are committed, or neither. */
export async function storeAnswer(
  tx: Queryable,
  accountId: string,
  key: string,
  answer: StoredAnswer,
) {
  await tx.query(
    `update idempotency_keys set status = $3, body = $4, etag = $5
     where account_id = $1 and key = $2`,
    [accountId, key, answer.status, answer.body, answer.etag],
  );
}

/** Forgets keys older than a day. */
export async function pruneKeys(db: Queryable) {
  await db.query(`delete from idempotency_keys where created_at < now() - interval '24 hours'`);
}
