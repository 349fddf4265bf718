import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cycleOf } from './cycle.ts';
import { daysOf, forecastDays, showsPace } from './series.ts';
import { addDays, dayOf, startOfDay } from './zone-days.ts';

const cycle = cycleOf(
  { lastQuotaReset: '2026-11-01T00:00:00Z', nextQuotaReset: '2026-12-01T00:00:00Z' },
  'UTC',
  0,
);

test('every bucket is a day of the zone, whatever the clocks do', () => {
  const zones = fc.constantFrom('Europe/London', 'Asia/Kolkata', 'Australia/Lord_Howe');
  const start = fc.integer({ min: 2 * 86_400_000, max: Date.UTC(2100, 0) });
  fc.assert(
    fc.property(start, zones, fc.array(fc.nat(), { maxLength: 90 }), (at, timezone, tokens) => {
      const first = dayOf(at, timezone);
      const buckets = tokens.map((tokens, index) => ({
        start: new Date(startOfDay(addDays(first, index), timezone)).toISOString(),
        tokens,
      }));
      const days = daysOf({ buckets, timezone }, timezone, addDays(first, tokens.length - 1));
      expect(days.map(({ day }) => day)).toEqual(tokens.map((_, index) => addDays(first, index)));
      expect(days.map((day) => day.tokens)).toEqual(tokens);
      expect(days.findIndex(({ kind }) => kind === 'today')).toBe(tokens.length - 1);
    }),
  );
});

test('buckets without a readable beginning are left out, hours of one day count together', () => {
  const buckets = [
    { start: 'text', tokens: 1 },
    { start: '2026-11-18T08:00:00Z', tokens: 2 },
    { start: '2026-11-18T09:00:00Z', tokens: 3 },
    { start: '2026-11-19T00:00:00Z', tokens: -3 },
  ];
  expect(daysOf({ buckets, timezone: 'UTC' }, 'UTC', '2026-11-19')).toEqual([
    { day: '2026-11-18', tokens: 5, kind: 'used' },
    { day: '2026-11-19', tokens: 0, kind: 'today' },
  ]);
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
