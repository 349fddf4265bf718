import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usageHistoryQuery } from '../../contract/usage.ts';
import { cycleOf, periodOf, periods, rangeOf } from './cycle.ts';
import { dayOf, daysBetween } from './zone-days.ts';

const november = {
  lastQuotaReset: '2026-11-01T00:00:00.000Z',
  nextQuotaReset: '2026-12-01T00:00:00.000Z',
};
const now = Date.parse('2026-11-20T12:00:00Z');

describe('the cycle', () => {
  test('goes from the last reset to the next', () => {
    expect(cycleOf(november, 'UTC', now)).toEqual({
      start: Date.parse(november.lastQuotaReset),
      end: Date.parse(november.nextQuotaReset),
      first: '2026-11-01',
      last: '2026-11-30',
      days: 30,
      resetKnown: true,
    });
  });

  test('touches the day before where the reset falls into an evening', () => {
    const cycle = cycleOf(november, 'America/New_York', now);
    expect(cycle).toMatchObject({ first: '2026-10-31', last: '2026-11-30', days: 30 });
  });

  test('counts whole days also where clocks change', () => {
    const march = {
      lastQuotaReset: '2026-03-01T00:00:00Z',
      nextQuotaReset: '2026-03-31T23:00:00Z',
    };
    expect(cycleOf(march, 'Europe/London', now)).toMatchObject({ last: '2026-03-31', days: 31 });
  });

  test.each([
    ['nothing is known', undefined],
    ['the next reset is missing', { ...november, nextQuotaReset: undefined }],
    ['the last reset is missing', { ...november, lastQuotaReset: undefined }],
    ['the resets are no dates', { lastQuotaReset: 'text', nextQuotaReset: 'text' }],
    [
      'the resets are the wrong way round',
      { lastQuotaReset: november.nextQuotaReset, nextQuotaReset: november.lastQuotaReset },
    ],
    ['it never ends', { ...november, nextQuotaReset: '9999-12-31T23:59:59Z' }],
  ])('is the calendar month in the zone where %s', (_, usage) => {
    expect(cycleOf(usage, 'Asia/Kolkata', now)).toEqual({
      start: Date.parse('2026-10-31T18:30:00Z'),
      end: Date.parse('2026-11-30T18:30:00Z'),
      first: '2026-11-01',
      last: '2026-11-30',
      days: 30,
      resetKnown: false,
    });
  });

  test('is 29 days in the February of a leap year', () => {
    expect(cycleOf(undefined, 'UTC', Date.parse('2028-02-10T00:00:00Z')).days).toBe(29);
  });
});

describe('the period', () => {
  test('is the cycle where the URL says nothing, or something unknown', () => {
    expect([null, '', '8d', '7D'].map(periodOf)).toEqual(['cycle', 'cycle', 'cycle', 'cycle']);
    expect(periods.map(periodOf)).toEqual(periods);
  });

  test('7 and 90 days end today', () => {
    const cycle = cycleOf(november, 'UTC', now);
    expect(rangeOf('7d', cycle, '2026-11-20')).toEqual({ from: '2026-11-14', to: '2026-11-20' });
    expect(rangeOf('90d', cycle, '2026-11-20')).toEqual({ from: '2026-08-23', to: '2026-11-20' });
    expect(rangeOf('cycle', cycle, '2026-11-20')).toEqual({ from: '2026-11-01', to: '2026-11-20' });
  });

  test('a cycle that is over ends with it', () => {
    const cycle = cycleOf(november, 'UTC', now);
    expect(rangeOf('cycle', cycle, '2026-12-05').to).toBe('2026-11-30');
  });

  test('is always one that the history answers, and never of the future', () => {
    const date = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true });
    const reset = fc.option(
      date.map((date) => date.toISOString()),
      { nil: undefined },
    );
    const moment = fc.integer({ min: 400 * 86_400_000, max: Date.UTC(2200, 0) });
    const zones = fc.constantFrom('Asia/Kathmandu', 'America/St_Johns', 'Pacific/Kiritimati');
    fc.assert(
      fc.property(
        fc.record({ lastQuotaReset: reset, nextQuotaReset: reset }),
        fc.constantFrom(...periods),
        moment,
        zones,
        (usage, period, now, timezone) => {
          const cycle = cycleOf(usage, timezone, now);
          const today = dayOf(now, timezone);
          const range = rangeOf(period, cycle, today);
          expect(usageHistoryQuery.safeParse({ ...range, timezone }).success).toBe(true);
          expect(daysBetween(range.to, today)).toBeGreaterThanOrEqual(0);
          expect(cycle.days).toBeGreaterThanOrEqual(1);
        },
      ),
    );
  });
});
