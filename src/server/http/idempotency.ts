import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { ServiceError } from '../accounts/service-error.ts';
import type { Database, Queryable } from '../db/database.ts';
import { claimKey, storeAnswer } from '../db/idempotency.ts';
import type { StoredAnswer } from '../db/idempotency.ts';
import type { Caller } from '../db/rows.ts';
import type { AppEnv } from './app-env.ts';

/**
 * The request's `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): 1–255 visible ASCII.
 *
 * @throws ServiceError `InvalidRequest`
 */
export function readKey(c: Context<AppEnv>): string | undefined {
  const key = c.req.header('Idempotency-Key');
  if (key === undefined || /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new ServiceError(
    'InvalidRequest',
    'Idempotency-Key must have 1 to 255 visible ASCII characters.',
  );
}

/** What must be equal for two requests to be one; answers say who asked, so who asks is part of it. */
export function hashRequest(c: Context<AppEnv>, caller: Caller, body: Uint8Array): string {
  const { pathname, search } = new URL(c.req.url);
  const { mode, actor } = caller;
  const asked = [c.req.method, pathname, search, c.req.header('If-Match') ?? null];
  const who = mode === 'standard' ? [] : [mode, actor];
  return createHash('sha256')
    .update(JSON.stringify([...asked, ...who]))
    .update(body)
    .digest('hex');
}

/**
 * Runs `effect` in a transaction that also keeps its answer, so that a repeated request finds the
 * answer exactly when the effect happened. Refusals are not kept: they have no effect to repeat.
 *
 * @throws ServiceError `IdempotencyKeyReused`, and whatever `effect` throws
 */
export function once(
  db: Database,
  accountId: string,
  key: string | undefined,
  requestHash: string,
  effect: (tx: Queryable) => Promise<StoredAnswer>,
): Promise<StoredAnswer> {
  return db.transaction(async (tx) => {
    if (key === undefined) return effect(tx);
    const before = await claimKey(tx, accountId, key, requestHash);
    if (before) {
      if (before.requestHash === requestHash) return before;
      throw new ServiceError(
        'IdempotencyKeyReused',
        'The Idempotency-Key was used for another request.',
      );
    }
    const answer = await effect(tx);
    await storeAnswer(tx, accountId, key, answer);
    return answer;
  });
}
