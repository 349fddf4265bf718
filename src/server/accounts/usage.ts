import type * as z from 'zod/mini';
import type { usage, UsageHistory, UsageHistoryQuery } from '../../contract/usage.ts';
import type { Queryable } from '../db/database.ts';
import { findUsage, sumUsage } from '../db/usage.ts';
import { dayBounds, hourBounds } from './local-days.ts';
import { withoutEmpty } from './present.ts';
import { ServiceError } from './service-error.ts';

/** The usage as it goes over the wire. */
export type WireUsage = z.input<typeof usage>;

/** Percent with two decimals; a quota of nothing is used up by anything. */
function percentage(spent: number, quota: number): number {
  if (quota === 0) return spent === 0 ? 0 : 100;
  return Math.round((spent / quota) * 10_000) / 100;
}

/** What `GET /me/usage` answers: tokens of the current cycle, the calendar month in UTC. */
export async function readUsage(db: Queryable, accountId: string): Promise<WireUsage> {
  const row = await findUsage(db, accountId);
  if (!row) throw new ServiceError('Unauthorized', 'The account is gone.');
  const { tokenQuota, paidTokenBalance, spent } = row;
  const remaining = tokenQuota === null ? null : Math.max(0, tokenQuota - spent);
  return {
    ...withoutEmpty({
      monthlyTokenUsage: spent,
      monthlyRemaining: remaining,
      usagePercentage: tokenQuota === null ? null : percentage(spent, tokenQuota),
      paidTokenBalance,
      totalAvailable: remaining === null ? null : remaining + paidTokenBalance,
      lastQuotaReset: row.cycleStart,
      nextQuotaReset: row.cycleEnd,
      subscriptionPlan: row.subscriptionPlan,
      subscriptionStatus: row.subscriptionStatus,
      subscriptionCancelAt: row.subscriptionCancelAt,
    }),
    // `null` says unlimited; absent would say that it is unknown.
    tokenQuota,
  };
}

/** Tokens per day or clock hour of the zone, in order, with a bucket also where nothing was spent. */
export async function readUsageHistory(
  db: Queryable,
  accountId: string,
  query: UsageHistoryQuery,
): Promise<UsageHistory> {
  const days = dayBounds(query.from, query.to, query.timezone);
  const bounds = query.bucket === 'day' ? days : hourBounds(days, query.timezone);
  const sums =
    bounds.length > 1 ? await sumUsage(db, accountId, bounds) : new Map<number, number>();
  return {
    buckets: bounds.slice(0, -1).map((start, index) => ({
      start: new Date(start).toISOString(),
      tokens: sums.get(index) ?? 0,
    })),
    timezone: query.timezone,
  };
}
