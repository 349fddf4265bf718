import { expect } from 'vitest';
import type { UsageHistoryQuery } from '../../src/contract/usage.ts';
import { codesOf, failure, type Suite } from './harness.ts';

const query = (part: Partial<UsageHistoryQuery>): UsageHistoryQuery => ({
  from: '2024-03-30',
  to: '2024-04-03',
  bucket: 'day',
  timezone: 'UTC',
  ...part,
});

export function usageTests({ cases, client }: Suite): void {
  cases.group('usage', () => {
    cases.it(['usage.totals'], 'counts in tokens', async () => {
      const usage = await client().getUsage();
      expect(usage.monthlyTokenUsage).toBeGreaterThanOrEqual(0);
      // Absent would say that it is not known.
      expect(usage.tokenQuota === null || (usage.tokenQuota ?? -1) >= 0).toBe(true);
    });

    const days = async (part: Partial<UsageHistoryQuery>) =>
      (await client().getUsageHistory(query(part))).buckets.map(
        ({ start, tokens }) => [start.slice(0, 16), tokens] as const,
      );

    cases.it(['usage.history'], 'shows every day of the period, those of no use as 0', async () => {
      expect(await days({})).toEqual([
        ['2024-03-30T00:00', 0],
        ['2024-03-31T00:00', 23],
        ['2024-04-01T00:00', 0],
        ['2024-04-02T00:00', 13],
        ['2024-04-03T00:00', 0],
      ]);
    });

    cases.it(
      ['usage.history'],
      'cuts the days of the zone that was asked for, summer time and all',
      async () => {
        expect(await days({ timezone: 'Europe/London' })).toEqual([
          ['2024-03-30T00:00', 0],
          ['2024-03-31T00:00', 12],
          ['2024-03-31T23:00', 11],
          ['2024-04-01T23:00', 13],
          ['2024-04-02T23:00', 0],
        ]);
        expect(
          await days({ timezone: 'Asia/Calcutta', from: '2024-03-31', to: '2024-04-01' }),
        ).toEqual([
          ['2024-03-30T18:30', 5],
          ['2024-03-31T18:30', 18],
        ]);
      },
    );

    cases.it(
      ['usage.history'],
      'shows the hours that a day had: 23 when clocks go forward, 25 when they go back',
      async () => {
        const hours = (day: string) =>
          days({ from: day, to: day, bucket: 'hour', timezone: 'Europe/London' });
        expect(await hours('2024-03-31')).toHaveLength(23);
        expect(await hours('2024-10-27')).toHaveLength(25);
        expect((await hours('2024-03-31')).filter(([, tokens]) => tokens > 0)).toEqual([
          ['2024-03-31T00:00', 5],
          ['2024-03-31T22:00', 7],
        ]);
      },
    );

    cases.each(
      [
        ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00'],
        ['Asia/Beirut', '2022-03-27', '2022-03-26T22:00'],
        ['America/Havana', '2023-11-05', '2023-11-05T04:00'],
        ['Atlantic/Azores', '2024-03-31', '2024-03-31T01:00'],
      ],
      ['usage.history'],
    )(
      'begins a day in %s, where clocks skip or repeat midnight, at its first moment',
      async (timezone, day, start) => {
        expect(await days({ from: day, to: day, timezone })).toEqual([[start, expect.any(Number)]]);
      },
    );

    cases.it(['usage.history'], 'leaves out the day that Samoa never had', async () => {
      expect(
        await days({ from: '2011-12-29', to: '2011-12-31', timezone: 'Pacific/Apia' }),
      ).toEqual([
        ['2011-12-29T10:00', 0],
        ['2011-12-30T10:00', 0],
      ]);
    });

    cases.each(
      [
        [{ to: '2024-03-29' }, 'to'],
        [{ from: '2023-01-01' }, 'to'],
        [{ from: '2024-02-30' }, 'from'],
      ],
      ['usage.history'],
    )('refuses the period %j', async (part, field) => {
      const error = await failure(client().getUsageHistory(query(part)));
      expect(error.status).toBe(422);
      expect(codesOf(error)).toEqual({ [field]: ['history_range'] });
    });

    cases.it(['usage.history'], 'refuses days of no zone', async () => {
      const error = await failure(client().getUsageHistory(query({ timezone: 'Mars/Olympus' })));
      expect(codesOf(error)).toEqual({ timezone: ['timezone_unknown'] });
    });
  });
}
