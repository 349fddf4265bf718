import * as z from 'zod/mini';
import * as rules from './rules.ts';

/** The most buckets one answer holds: a year and a day of days, or a month of hours. */
export const maxHistoryBuckets = { day: 366, hour: 31 * 24 } as const;

const dayInMs = 86_400_000;

/** A calendar date, `YYYY-MM-DD`, that exists. */
const calendarDate = z
  .string('type_invalid')
  .check(
    z.refine(
      (text) =>
        /^\d{4}-\d{2}-\d{2}$/.test(text) &&
        !Number.isNaN(Date.parse(text)) &&
        new Date(text).toISOString().startsWith(text),
      { error: 'history_range', abort: true },
    ),
  );

/** The query of the history: both dates belong to it, in the days of `timezone`. */
export const usageHistoryQuery = z
  .strictObject({
    from: calendarDate,
    to: calendarDate,
    bucket: z._default(z.enum(['day', 'hour'], 'history_range'), 'day'),
    timezone: z._default(rules.timezone, 'UTC'),
  })
  .check(
    z.refine(
      ({ from, to, bucket }) => {
        const days = (Date.parse(to) - Date.parse(from)) / dayInMs + 1;
        return days >= 1 && days * (bucket === 'hour' ? 24 : 1) <= maxHistoryBuckets[bucket];
      },
      { error: 'history_range', path: ['to'] },
    ),
  );
export type UsageHistoryQuery = z.output<typeof usageHistoryQuery>;
