import * as z from 'zod/mini';
import { maybe } from './reading.ts';

// In a file of its own, because only a service checks queries; the page need not load that.
export * from './usage-query.ts';

/**
 * `GET /me/usage`: numbers are tokens, `usagePercentage` is 0–100 and beyond when over quota. What is
 * absent is not known, and is never taken for 0.
 */
export const usage = z.object({
  monthlyTokenUsage: maybe(z.number()),
  /** `null`: unlimited. Absent: not known. */
  tokenQuota: z.optional(z.nullable(z.number())),
  monthlyRemaining: maybe(z.number()),
  usagePercentage: maybe(z.number()),
  paidTokenBalance: maybe(z.number()),
  totalAvailable: maybe(z.number()),
  lastQuotaReset: maybe(z.string()),
  nextQuotaReset: maybe(z.string()),
  subscriptionPlan: maybe(z.string()),
  subscriptionStatus: maybe(z.string()),
  subscriptionCancelAt: maybe(z.string()),
});
export type Usage = z.output<typeof usage>;

/** Tokens spent in one day or hour; `start` is the instant at which it begins (RFC 3339). */
export const usageBucket = z.object({ start: z.string(), tokens: z.number() });

/** `GET /me/usage/history`: buckets in order, none missing, cut in the days of `timezone`. */
export const usageHistory = z.object({
  buckets: z.array(usageBucket),
  timezone: maybe(z.string()),
});
export type UsageBucket = z.output<typeof usageBucket>;
export type UsageHistory = z.output<typeof usageHistory>;
