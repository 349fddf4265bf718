import type { Queryable } from './database.ts';
import { instant } from './rows.ts';

export interface UsageRow {
  tokenQuota: number | null;
  paidTokenBalance: number;
  subscriptionPlan: string | null;
  subscriptionStatus: string | null;
  subscriptionCancelAt: string | null;
  /** Tokens spent since the cycle began. */
  spent: number;
  cycleStart: string;
  cycleEnd: string;
}

/** The account's plan and what it spent in the current cycle, the calendar month in UTC. */
export const findUsage = async (db: Queryable, accountId: string) =>
  (
    await db.query<UsageRow>(
      `select a.token_quota::float8 as "tokenQuota",
         a.paid_token_balance::float8 as "paidTokenBalance",
         a.subscription_plan as "subscriptionPlan", a.subscription_status as "subscriptionStatus",
         ${instant('a.subscription_cancel_at')} as "subscriptionCancelAt",
         ${instant('cycle.start')} as "cycleStart", ${instant('cycle.next')} as "cycleEnd",
         (select coalesce(sum(tokens), 0)::float8 from usage_entries
          where account_id = a.id and spent_at >= cycle.start and spent_at < cycle.next) as spent
       from accounts a, (
         select date_trunc('month', now() at time zone 'UTC') at time zone 'UTC' as start,
           (date_trunc('month', now() at time zone 'UTC') + interval '1 month')
             at time zone 'UTC' as next
       ) cycle
       where a.id = $1`,
      [accountId],
    )
  )[0];

/**
 * Sums what was spent between consecutive `bounds` (milliseconds since 1970, ascending).
 *
 * @returns one sum per bucket that has any, by the index of its lower bound
 */
export async function sumUsage(db: Queryable, accountId: string, bounds: readonly number[]) {
  // Seconds, not timestamps: bounds may lie in years that PostgreSQL's input does not know.
  const rows = await db.query<{ bucket: number; tokens: number }>(
    `select width_bucket(extract(epoch from spent_at)::float8, $2::float8[]) - 1 as bucket,
       sum(tokens)::float8 as tokens
     from usage_entries
     where account_id = $1 and spent_at >= to_timestamp($3::float8)
       and spent_at < to_timestamp($4::float8)
     group by 1`,
    [
      accountId,
      bounds.map((ms) => ms / 1000),
      (bounds[0] ?? 0) / 1000,
      (bounds.at(-1) ?? 0) / 1000,
    ],
  );
  return new Map(rows.map(({ bucket, tokens }) => [bucket, tokens]));
}

/** Everything the account ever spent, by the hour, oldest first. */
export const listUsage = (db: Queryable, accountId: string) =>
  db.query<{ start: string; tokens: number }>(
    `select ${instant("date_trunc('hour', spent_at at time zone 'UTC') at time zone 'UTC'")} as start,
       sum(tokens)::float8 as tokens
     from usage_entries where account_id = $1 group by 1 order by 1`,
    [accountId],
  );
