import type { Usage } from '../../contract/usage.ts';

/** Undefined is what nobody says: not known, and not nothing. */
interface Tokens {
  readonly used: number | undefined;
  readonly paid: number | undefined;
}

/** What the usage says about the quota; each kind is a picture of its own. All numbers are tokens. */
export type Quota =
  | (Tokens & { readonly kind: 'none' })
  | (Tokens & { readonly kind: 'unlimited' })
  /** Nobody says whether there is a quota. */
  | (Tokens & { readonly kind: 'unknown' })
  /** A quota of which nobody says how much is used. */
  | (Tokens & { readonly kind: 'uncounted'; readonly quota: number })
  | (Tokens & {
      readonly kind: 'limited';
      readonly used: number;
      readonly quota: number;
      readonly left: number;
      /** Tokens used beyond the quota. */
      readonly over: number;
      /** Whole percent, rounded down: 100 is said only when all of it is used. */
      readonly percent: number;
    });

const amountOf = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Math.max(0, value);

/**
 * Reads a quota from the basic numbers alone. What a backend derives from them (remaining, percent,
 * total) may be missing or stale, and numbers that stand beside each other must agree. A quota below
 * 0 says nothing: some mean by it that there is no limit.
 */
export function quotaOf(usage: Usage): Quota {
  const tokens = {
    used: amountOf(usage.monthlyTokenUsage),
    paid: amountOf(usage.paidTokenBalance),
  };
  const { tokenQuota: quota } = usage;
  if (quota === null) return { kind: 'unlimited', ...tokens };
  if (quota === undefined || quota < 0) return { kind: 'unknown', ...tokens };
  if (quota === 0) return { kind: 'none', ...tokens };
  const { used, paid } = tokens;
  if (used === undefined) return { kind: 'uncounted', ...tokens, quota };
  // Multiplied first: 29 / 100 * 100 is less than 29.
  const exact = used > 1e300 ? used / quota : (used * 100) / quota;
  return {
    kind: 'limited',
    used,
    paid,
    quota,
    left: Math.max(0, quota - used),
    over: Math.max(0, used - quota),
    percent: Math.floor(Math.min(exact, Number.MAX_SAFE_INTEGER)),
  };
}
