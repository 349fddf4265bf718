import type { UsageHistory } from '../../contract/usage.ts';
import { instantOf, mostDays, type Cycle, type DayRange } from './cycle.ts';
import { paceOf } from './forecast.ts';
import { addDays, dayOf, isSkipped, type Day } from './zone-days.ts';

/** One bar. */
export interface DayUse {
  readonly day: Day;
  readonly tokens: number;
  /** `today` is still under way; `forecast` has yet to come. */
  readonly kind: 'used' | 'today' | 'forecast';
}

/**
 * Every day of a range, today at most, in order. The buckets may come in any: those of one day count
 * together, a day without any is one of no use, and what lies outside was not asked for.
 */
export function daysOf(
  history: UsageHistory,
  zone: string,
  { from, to }: DayRange,
  today: Day,
): DayUse[] {
  const tokens = new Map<Day, number>();
  for (const bucket of history.buckets) {
    const start = instantOf(bucket.start);
    if (Number.isNaN(start)) continue;
    const day = dayOf(start, zone);
    tokens.set(day, (tokens.get(day) ?? 0) + Math.max(0, bucket.tokens));
  }
  const days: DayUse[] = [];
  const last = to < today ? to : today;
  for (let day = from; day <= last; day = addDays(day, 1)) {
    if (isSkipped(day, zone)) continue;
    days.push({ day, tokens: tokens.get(day) ?? 0, kind: day === today ? 'today' : 'used' });
  }
  return days;
}

/** The rest of the cycle after `today` if every day takes as much as the average so far. */
export function forecastDays(used: number, cycle: Cycle, today: Day, now: number): DayUse[] {
  const pace = paceOf(used, cycle, now);
  const days: DayUse[] = [];
  if (pace === undefined) return days;
  const end = addDays(today, mostDays);
  const last = cycle.last < end ? cycle.last : end;
  for (let day = addDays(today, 1); day <= last; day = addDays(day, 1)) {
    days.push({ day, tokens: Math.round(pace), kind: 'forecast' });
  }
  return days;
}

/** Whether some of the days have yet to come. */
export const hasForecast = (days: readonly DayUse[]): boolean =>
  days.some(({ kind }) => kind === 'forecast');

/** A line far above every bar would flatten them all: it is then told in words only. */
const highestLine = 4;

/** Whether a line at `pace` tokens belongs into the picture of these days. */
export const showsPace = (days: readonly DayUse[], pace: number): boolean =>
  pace <= highestLine * Math.max(...days.map(({ tokens }) => tokens));
