import type { UsageBucket, UsageHistory, UsageHistoryQuery } from '../contract/usage.ts';
import type { Spending } from './memory-seed.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Wall-clock time of an instant in a zone, as if it were UTC (both in milliseconds). */
function wallClock(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-CA-u-ca-iso8601', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (instant) => {
    const part = Object.fromEntries(
      format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
    );
    return Date.UTC(
      part['year'] ?? 0,
      (part['month'] ?? 1) - 1,
      part['day'],
      part['hour'],
      part['minute'],
      part['second'],
    );
  };
}

/**
 * The instant at which a day begins in a zone. Of the offsets in force around that midnight, the
 * earliest that does not lie on the day before: right also where clocks skip midnight.
 */
function startOfDay(utcMidnight: number, wall: (instant: number) => number): number {
  const starts = [utcMidnight - day, utcMidnight + day]
    .map((near) => utcMidnight - (wall(near) - near))
    .filter((start) => wall(start) >= utcMidnight);
  return Math.min(...starts);
}

/** Every day or hour of the query in its zone, in order, with what was spent in it. */
export function usageHistoryOf(
  spending: readonly Spending[],
  { from, to, bucket, timezone }: UsageHistoryQuery,
): UsageHistory {
  const wall = wallClock(timezone);
  const starts: number[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += day) {
    const start = startOfDay(at, wall);
    // A day that the zone skipped (Samoa, 30 December 2011) has no length.
    if (start !== startOfDay(at + day, wall)) starts.push(start);
  }
  const end = startOfDay(Date.parse(to) + day, wall);
  if (bucket === 'hour') {
    const first = starts.splice(0)[0] ?? end;
    for (let at = first; at < end; at += hour) starts.push(at);
  }
  const buckets = starts.map((start, index): UsageBucket => {
    const next = starts[index + 1] ?? end;
    const tokens = spending
      .filter(({ at }) => at >= start && at < next)
      .reduce((sum, spent) => sum + spent.tokens, 0);
    return { start: new Date(start).toISOString(), tokens };
  });
  return { buckets, timezone };
}
