import type { Usage } from '../../contract/usage.ts';

interface Tokens {
  readonly used: number;
  readonly paid: number;
}

/** What the usage says about the quota; each kind is a picture of its own. All numbers are tokens. */
export type Quota =
  | (Tokens & { readonly kind: 'none' })
  | (Tokens & { readonly kind: 'unlimited' })
  | (Tokens & {
      readonly kind: 'limited';
      readonly quota: number;
      readonly left: number;
      /** Tokens used beyond the quota. */
      readonly over: number;
      /** Whole percent, rounded down: 100 is said only when all of it is used. */
      readonly percent: number;
    });

const amountOf = (value: number): number => (Number.isFinite(value) ? Math.max(0, value) : 0);

/**
 * Reads a quota from the basic numbers alone. What a backend derives from them (remaining, percent,
 * total) may be missing or stale, and numbers that stand beside each other must agree.
 */
export function quotaOf(usage: Usage): Quota {
  const tokens = {
    used: amountOf(usage.monthlyTokenUsage),
    paid: amountOf(usage.paidTokenBalance),
  };
  if (usage.tokenQuota === null) return { kind: 'unlimited', ...tokens };
  const quota = amountOf(usage.tokenQuota);
  if (quota === 0) return { kind: 'none', ...tokens };
  const { used } = tokens;
  // Multiplied first: 29 / 100 * 100 is less than 29.
  const exact = used > 1e300 ? used / quota : (used * 100) / quota;
  return {
    kind: 'limited',
    ...tokens,
    quota,
    left: Math.max(0, quota - used),
    over: Math.max(0, used - quota),
    percent: Math.floor(Math.min(exact, Number.MAX_SAFE_INTEGER)),
  };
}
