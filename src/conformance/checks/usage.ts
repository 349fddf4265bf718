import { demand, demandSame, shown } from '../fault.ts';
import type { Check, Kit } from '../check.ts';
import { dataOf } from '../describe.ts';

const dayInMs = 86_400_000;
const hourInMs = 3_600_000;

/** Days before today, as `YYYY-MM-DD` in UTC. */
const daysAgo = (days: number): string =>
  new Date(Date.now() - days * dayInMs).toISOString().slice(0, 10);

/** @throws Fault unless there are `count` buckets, each `step` after the one before */
function demandBuckets(
  buckets: readonly { readonly start: string; readonly tokens: number }[],
  first: number,
  count: number,
  step: number,
): void {
  demand(buckets.length === count, `${count} buckets`, `${buckets.length}`);
  for (const [at, { start, tokens }] of buckets.entries()) {
    const expected = first + at * step;
    const isThen = Date.parse(start) === expected;
    demand(isThen, `bucket ${at} from ${new Date(expected).toISOString()}`, shown(start));
    demand(tokens >= 0, `bucket ${at} with 0 tokens or more`, shown(tokens));
  }
}

export const usageChecks = (profile: Kit['profile']): readonly Check[] => [
  {
    capability: 'usage.totals',
    rule: `${profile === 'mirra' ? 'getUsageStats' : 'GET /me/usage'} answers the tokens spent, and the quota where it is known, null for no limit (the model)`,
    permission: 'read',
    run: async (kit) => {
      const { monthlyTokenUsage: used, tokenQuota: quota } = await kit.client.getUsage();
      const wire = dataOf(kit.last());
      demand(
        used !== undefined && used >= 0,
        'monthlyTokenUsage, a number of 0 or more',
        shown(wire['monthlyTokenUsage']),
      );
      demand(
        quota === undefined || quota === null || quota >= 0,
        'tokenQuota of 0 or more, null where there is no limit, or none where it is not known',
        shown(wire['tokenQuota']),
      );
    },
  },
];

export const historyChecks: readonly Check[] = [
  {
    capability: 'usage.history',
    rule: 'GET /me/usage/history answers a bucket for each day, in order, none missing (the model)',
    permission: 'read',
    run: async ({ client }) => {
      const [from, to] = [daysAgo(7), daysAgo(1)];
      const history = await client.getUsageHistory({ from, to, bucket: 'day', timezone: 'UTC' });
      demandBuckets(history.buckets, Date.parse(from), 7, dayInMs);
    },
  },
  {
    capability: 'usage.history',
    rule: 'hours are cut in the days of the time zone that is asked for (the model)',
    permission: 'read',
    run: async ({ client }) => {
      const day = daysAgo(2);
      const timezone = 'Asia/Kathmandu';
      const query = { from: day, to: day, bucket: 'hour', timezone } as const;
      const { buckets, ...history } = await client.getUsageHistory(query);
      // Nepal is 5:45 ahead of UTC, all year.
      demandBuckets(buckets, Date.parse(day) - 5.75 * hourInMs, 24, hourInMs);
      if (history.timezone !== undefined) demandSame(history.timezone, timezone, 'the time zone');
    },
  },
];
