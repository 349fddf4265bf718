import { dayInMs } from './zone-days.ts';
import type { Cycle } from './cycle.ts';

/** A pace from less than this says nothing: one busy morning is no month. */
const fewestDays = 2;

/**
 * Tokens per day since the cycle began, or undefined while that says too little: at its very
 * beginning, after its end, or when nothing was used.
 */
export function paceOf(used: number, cycle: Cycle, now: number): number | undefined {
  const days = (now - cycle.start) / dayInMs;
  if (days < Math.min(fewestDays, cycle.days / 2) || now >= cycle.end) {
    return undefined;
  }
  const pace = used / days;
  return pace > 0 ? pace : undefined;
}

export type Forecast =
  | { readonly kind: 'unknown' }
  /** Stays within the quota; `used` is what the cycle will have taken. */
  | { readonly kind: 'within'; readonly used: number }
  /** All of the quota is used before the reset, at the instant `at`. */
  | { readonly kind: 'reaches'; readonly at: number };

/** What becomes of a quota that is not used up yet, if the cycle goes on as it did so far. */
export function forecastOf(used: number, quota: number, cycle: Cycle, now: number): Forecast {
  const pace = paceOf(used, cycle, now);
  if (pace === undefined) return { kind: 'unknown' };
  const at = now + (Math.max(0, quota - used) / pace) * dayInMs;
  if (at < cycle.end) return { kind: 'reaches', at };
  return { kind: 'within', used: used + (pace * (cycle.end - now)) / dayInMs };
}
