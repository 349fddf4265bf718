import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usage } from '../../contract/usage.ts';
import { cycleOf } from './cycle.ts';
import { forecastOf, paceOf } from './forecast.ts';
import { quotaOf } from './quota.ts';
import { dayOf } from './zone-days.ts';

const read = (answer: object) => quotaOf(usage.parse(answer));
const cycle = cycleOf(
  { lastQuotaReset: '2026-11-01T00:00:00Z', nextQuotaReset: '2026-12-01T00:00:00Z' },
  'UTC',
  0,
);
const at = (text: string) => Date.parse(text);
const tokens = fc.oneof(
  fc.constantFrom(0, 1, 99, 100, 1e15, Number.MAX_VALUE),
  fc.nat(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

test('a quota says what is left and how much of it is used', () => {
  expect(read({ monthlyTokenUsage: 712_480, tokenQuota: 1_000_000, paidTokenBalance: 5 })).toEqual({
    kind: 'limited',
    used: 712_480,
    paid: 5,
    quota: 1_000_000,
    left: 287_520,
    over: 0,
    percent: 71,
  });
});

test('none, unlimited and exceeded are told apart', () => {
  expect(read({ tokenQuota: 0, monthlyTokenUsage: 3 })).toEqual({ kind: 'none', used: 3 });
  expect(read({ tokenQuota: null, paidTokenBalance: -2 })).toEqual({ kind: 'unlimited', paid: 0 });
  expect(read({ tokenQuota: 100, monthlyTokenUsage: 150 })).toMatchObject({
    left: 0,
    over: 50,
    percent: 150,
  });
});

test('what nobody says is not known, and no number', () => {
  expect(read({})).toEqual({ kind: 'unknown' });
  expect(read({ monthlyTokenUsage: 5 })).toEqual({ kind: 'unknown', used: 5 });
  expect(read({ monthlyTokenUsage: 5, tokenQuota: -1 })).toEqual({ kind: 'unknown', used: 5 });
  expect(read({ tokenQuota: 9 })).toEqual({ kind: 'uncounted', quota: 9 });
  expect(read({ tokenQuota: 9, monthlyTokenUsage: 5 }).paid).toBeUndefined();
});

test('what contradicts the basic numbers is not shown', () => {
  const answer = { monthlyTokenUsage: 50, tokenQuota: 100 };
  const wrong = { monthlyRemaining: -7, usagePercentage: 0.5, totalAvailable: 1e9 };
  expect(read({ ...answer, ...wrong })).toEqual(read(answer));
});

test('all of it is said to be used only when it is', () => {
  expect(read({ monthlyTokenUsage: 999_999, tokenQuota: 1_000_000 })).toMatchObject({
    percent: 99,
  });
  expect(read({ monthlyTokenUsage: 29, tokenQuota: 100 })).toMatchObject({ percent: 29 });
});

test('no answer makes a number that is none', () => {
  const maybe = fc.option(tokens, { nil: undefined });
  fc.assert(
    fc.property(maybe, fc.option(maybe), maybe, (used, quota, paid) => {
      const read = quotaOf(
        usage.parse({ monthlyTokenUsage: used, tokenQuota: quota, paidTokenBalance: paid }),
      );
      const values = Object.values(read).filter((value) => typeof value === 'number');
      expect(values.filter((value) => !Number.isFinite(value) || value < 0)).toEqual([]);
    }),
  );
});

test('the pace so far says when the quota is reached', () => {
  const now = at('2026-11-21T00:00:00Z');
  const forecast = forecastOf(700_000, 1_000_000, cycle, now);
  expect(forecast.kind === 'reaches' && dayOf(forecast.at, 'UTC')).toBe('2026-11-29');
});

test('a comfortable pace says how much will have been used', () => {
  expect(forecastOf(200_000, 1_000_000, cycle, at('2026-11-21T00:00:00Z'))).toEqual({
    kind: 'within',
    used: 300_000,
  });
});

test.each([
  ['at the beginning of the cycle', 5, '2026-11-02T12:00:00Z'],
  ['before its beginning', 5, '2026-10-20T00:00:00Z'],
  ['after its end', 5, '2026-12-01T00:00:00Z'],
  ['when nothing was used', 0, '2026-11-20T00:00:00Z'],
])('there is no forecast %s', (_, used, now) => {
  expect(forecastOf(used, 100, cycle, at(now))).toEqual({ kind: 'unknown' });
});

test('a forecast lies between now and the reset, and within the quota', () => {
  const moment = fc.integer({ min: cycle.start - 1e9, max: cycle.end + 1e9 });
  const amount = fc.double({ min: 0, max: 1e15, noNaN: true });
  fc.assert(
    fc.property(amount, amount, moment, (used, more, now) => {
      const quota = used + more;
      const pace = paceOf(used, cycle, now);
      expect(pace ?? 1).toBeGreaterThan(0);
      expect(pace ?? 1).toBeLessThan(Infinity);
      const { at = now, used: then = used } = { ...forecastOf(used, quota, cycle, now) } as {
        at?: number;
        used?: number;
      };
      expect(at).toBeGreaterThanOrEqual(now);
      expect(at === now || at < cycle.end).toBe(true);
      expect(then).toBeGreaterThanOrEqual(used);
      expect(then).toBeLessThanOrEqual(quota * (1 + 1e-6));
    }),
  );
});
