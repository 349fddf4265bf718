import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cycleOf } from './cycle.ts';
import { daysOf, forecastDays, showsPace } from './series.ts';
import { addDays, dayOf, isSkipped, startOfDay } from './zone-days.ts';

const cycle = cycleOf(
  { lastQuotaReset: '2026-11-01T00:00:00Z', nextQuotaReset: '2026-12-01T00:00:00Z' },
  'UTC',
  0,
);

test('every bucket is a day of the zone, whatever the clocks do', () => {
  const zones = fc.constantFrom(
    'Europe/London',
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Apia',
  );
  const start = fc.integer({ min: 2 * 86_400_000, max: Date.UTC(2100, 0) });
  fc.assert(
    fc.property(
      start,
      zones,
      fc.array(fc.nat(), { minLength: 1, maxLength: 90 }),
      (at, timezone, tokens) => {
        const first = dayOf(at, timezone);
        const all = tokens.map((tokens, index) => ({ day: addDays(first, index), tokens }));
        const there = all.filter(({ day }) => !isSkipped(day, timezone));
        const buckets = there.map(({ day, tokens }) => ({
          start: new Date(startOfDay(day, timezone)).toISOString(),
          tokens,
        }));
        const range = { from: first, to: addDays(first, tokens.length - 1) };
        const days = daysOf({ buckets, timezone }, timezone, range, range.to);
        expect(days.map(({ day, tokens }) => ({ day, tokens }))).toEqual(there);
        expect(days.filter(({ kind }) => kind === 'today').map(({ day }) => day)).toEqual(
          there.map(({ day }) => day).filter((day) => day === range.to),
        );
      },
    ),
  );
});

test('buckets without a readable beginning are left out, hours of one day count together', () => {
  const buckets = [
    { start: 'text', tokens: 1 },
    { start: '2026-11-18T08:00:00Z', tokens: 2 },
    { start: '2026-11-18T09:00:00Z', tokens: 3 },
    { start: '2026-11-19T00:00:00Z', tokens: -3 },
  ];
  const range = { from: '2026-11-18', to: '2026-11-19' };
  expect(daysOf({ buckets, timezone: 'UTC' }, 'UTC', range, '2026-11-19')).toEqual([
    { day: '2026-11-18', tokens: 5, kind: 'used' },
    { day: '2026-11-19', tokens: 0, kind: 'today' },
  ]);
});

test('days that a backend leaves out are days of no use, whatever else it says in any order', () => {
  const range = { from: '2026-10-24', to: '2026-10-27' };
  const timezone = 'Europe/London';
  const hours = (count: number, from: string) =>
    Array.from({ length: count }, (_, hour) => ({
      start: new Date(Date.parse(from) + hour * 3_600_000).toISOString(),
      tokens: 1,
    }));
  const buckets = [
    { start: '2026-10-27T00:00:00Z', tokens: 7 },
    { start: '2026-11-01T00:00:00Z', tokens: 99 },
    // The day that clocks go back has 25 hours.
    ...hours(25, '2026-10-24T23:00:00Z').toReversed(),
    { start: '2026-10-23T22:59:59Z', tokens: 99 },
  ];
  expect(daysOf({ buckets }, timezone, range, '2026-11-02')).toEqual([
    { day: '2026-10-24', tokens: 0, kind: 'used' },
    { day: '2026-10-25', tokens: 25, kind: 'used' },
    { day: '2026-10-26', tokens: 0, kind: 'used' },
    { day: '2026-10-27', tokens: 7, kind: 'used' },
  ]);
  expect(daysOf({ buckets: [] }, timezone, range, '2026-10-25').map(({ kind }) => kind)).toEqual([
    'used',
    'today',
  ]);
});

test('a day that a zone never had is none of no use', () => {
  const range = { from: '2011-12-29', to: '2011-12-31' };
  const days = daysOf({ buckets: [] }, 'Pacific/Apia', range, '2026-11-20');
  expect(days.map(({ day }) => day)).toEqual(['2011-12-29', '2011-12-31']);
});

test('the rest of the cycle goes on at the average so far', () => {
  const now = Date.parse('2026-11-28T00:00:00Z');
  expect(forecastDays(27_000, cycle, '2026-11-28', now)).toEqual([
    { day: '2026-11-29', tokens: 1_000, kind: 'forecast' },
    { day: '2026-11-30', tokens: 1_000, kind: 'forecast' },
  ]);
  expect(forecastDays(0, cycle, '2026-11-28', now)).toEqual([]);
});

test('a line that would flatten the bars is not drawn', () => {
  const days = [{ day: '2026-11-18', tokens: 100, kind: 'used' as const }];
  expect(showsPace(days, 400)).toBe(true);
  expect(showsPace(days, 401)).toBe(false);
});
