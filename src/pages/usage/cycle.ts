import type { Usage } from '../../contract/usage.ts';
import { addDays, dayInMs, dayOf, firstOfMonth, startOfDay, type Day } from './zone-days.ts';

/** The time for which a quota is given: from one reset to the next. */
export interface Cycle {
  /** Milliseconds since 1970; `end` is the next reset and no longer belongs to it. */
  readonly start: number;
  readonly end: number;
  /** The dates that it touches in the person's zone. */
  readonly first: Day;
  readonly last: Day;
  /** Its length in whole days, at least 1. */
  readonly days: number;
  /** False when the backend names no next reset, so that the end is only supposed. */
  readonly resetKnown: boolean;
}

function between(start: number, end: number, zone: string, resetKnown: boolean): Cycle {
  return {
    start,
    end,
    first: dayOf(start, zone),
    last: dayOf(end - 1, zone),
    days: Math.max(1, Math.round((end - start) / dayInMs)),
    resetKnown,
  };
}

/**
 * An instant in milliseconds, NaN for what is none. "Never" is written as the year 9999 by some: such
 * dates have no days around them to count.
 */
export function instantOf(text: string | undefined): number {
  const instant = Date.parse(text ?? '');
  return instant >= 0 && instant < Date.UTC(9000, 0) ? instant : NaN;
}

type Resets = Pick<Usage, 'lastQuotaReset' | 'nextQuotaReset'>;

/**
 * The cycle of the usage, from the last to the next reset. Where either is missing or unreadable, or
 * the two contradict each other, the calendar month in the person's zone.
 */
export function cycleOf(usage: Resets | undefined, zone: string, now: number): Cycle {
  const start = instantOf(usage?.lastQuotaReset);
  const end = instantOf(usage?.nextQuotaReset);
  if (start < end) return between(start, end, zone, true);
  const first = firstOfMonth(dayOf(now, zone));
  const next = firstOfMonth(first, 1);
  return between(startOfDay(first, zone), startOfDay(next, zone), zone, false);
}

export const periods = ['7d', 'cycle', '90d'] as const;
export type Period = (typeof periods)[number];

/** What stands in the URL; anything unknown is the cycle. */
export const periodOf = (text: string | null): Period =>
  periods.find((period) => period === text) ?? 'cycle';

/** One answer of the history holds no more days, and no picture either. */
export const mostDays = 366;

export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

/** The days to ask the history for, today at most; both belong to the range. */
export function rangeOf(period: Period, cycle: Cycle, today: Day): DayRange {
  if (period === '7d') return { from: addDays(today, -6), to: today };
  if (period === '90d') return { from: addDays(today, -89), to: today };
  const to = cycle.last < today ? cycle.last : today;
  const earliest = addDays(to, 1 - mostDays);
  const first = cycle.first < earliest ? earliest : cycle.first;
  return { from: first < to ? first : to, to };
}
