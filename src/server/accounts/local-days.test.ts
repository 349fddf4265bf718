import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayBounds, hourBounds, localTime } from './local-days.ts';

const day = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString();
const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'Asia/Calcutta', 'US/Pacific');
const date = fc
  .integer({ min: Date.UTC(1975, 0, 1) / day, max: Date.UTC(2035, 0, 1) / day })
  .map((days) => iso(days * day).slice(0, 10));

test('days begin where the date changes, one after the other', () => {
  fc.assert(
    fc.property(zone, date, fc.integer({ min: 0, max: 40 }), (timeZone, from, more) => {
      const to = iso(Date.parse(from) + more * day).slice(0, 10);
      const bounds = dayBounds(from, to, timeZone);
      for (const [index, start] of bounds.entries()) {
        const shown = localTime(start, timeZone);
        expect(Math.floor(localTime(start - 1000, timeZone) / day)).toBeLessThan(
          Math.floor(shown / day),
        );
        expect(start).toBeGreaterThan(bounds[index - 1] ?? -Infinity);
      }
      expect(
        Math.floor(localTime((bounds.at(-1) ?? 0) - 1000, timeZone) / day),
      ).toBeLessThanOrEqual(Date.parse(to) / day);
    }),
  );
});

test('hours tile their days without gap or overlap, none longer than two', () => {
  fc.assert(
    fc.property(zone, date, (timeZone, from) => {
      const days = dayBounds(from, from, timeZone);
      fc.pre(days.length === 2);
      const hours = hourBounds(days, timeZone);
      expect([hours[0], hours.at(-1)]).toEqual([days[0], days[1]]);
      for (const [index, start] of hours.slice(1).entries()) {
        const length = start - (hours[index] ?? 0);
        expect(length).toBeGreaterThan(0);
        expect(length).toBeLessThanOrEqual(7_200_000);
      }
    }),
  );
});

test.each([
  ['half-hour zone', '2026-11-20', 'Asia/Calcutta', '2026-11-19T18:30:00.000Z'],
  ['clock put back', '2026-10-26', 'Europe/London', '2026-10-26T00:00:00.000Z'],
  ['midnight that does not exist', '2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  ['midnight that comes twice', '2025-11-02', 'America/Havana', '2025-11-02T04:00:00.000Z'],
])('a day of a %s begins at its first instant', (_, from, timeZone, start) => {
  expect(iso(dayBounds(from, from, timeZone)[0] ?? 0)).toBe(start);
});

test('a day that the zone skipped has no bucket', () => {
  expect(dayBounds('2011-12-29', '2011-12-31', 'Pacific/Apia').map(iso)).toEqual([
    '2011-12-29T10:00:00.000Z',
    '2011-12-30T10:00:00.000Z',
    '2011-12-31T10:00:00.000Z',
  ]);
});

test('an hour shown twice is two buckets, a change of half an hour makes no extra one', () => {
  const hours = (from: string, timeZone: string) =>
    hourBounds(dayBounds(from, from, timeZone), timeZone).length - 1;
  expect(hours('2026-10-25', 'Europe/Berlin')).toBe(25);
  expect(hours('2026-03-29', 'Europe/Berlin')).toBe(23);
  expect(hours('2026-04-05', 'Australia/Lord_Howe')).toBe(24);
});
