import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  addDays,
  dayInMs,
  dayOf,
  daysBetween,
  firstOfMonth,
  startOfDay,
  zoneOr,
} from './zone-days.ts';

const zones = [
  'UTC',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Chatham',
];
const zone = fc.constantFrom(...zones);
const instant = fc.integer({ min: Date.UTC(1970, 0, 2), max: Date.UTC(2100, 0) });
const day = instant.map((at) => new Date(at).toISOString().slice(0, 10));

describe('days in a zone', () => {
  test('every instant lies between the beginning of its day and that of the next', () => {
    fc.assert(
      fc.property(instant, zone, (at, zone) => {
        const today = dayOf(at, zone);
        expect(startOfDay(today, zone)).toBeLessThanOrEqual(at);
        expect(startOfDay(addDays(today, 1), zone)).toBeGreaterThan(at);
      }),
    );
  });

  test('a day begins on that day, and not a moment later than it must', () => {
    fc.assert(
      fc.property(day, zone, (day, zone) => {
        const start = startOfDay(day, zone);
        expect(dayOf(start, zone)).toBe(day);
        expect(dayOf(start - 1, zone)).toBe(addDays(day, -1));
      }),
    );
  });

  test.each([
    ['the short day of spring', '2026-03-29', 'Europe/London', 23],
    ['the long day of autumn', '2026-10-25', 'Europe/London', 25],
    ['a clock moved by half an hour', '2026-10-04', 'Australia/Lord_Howe', 23.5],
    ['a day whose midnight was skipped', '2018-11-04', 'America/Sao_Paulo', 23],
    ['a zone at a quarter of an hour', '2026-06-01', 'Asia/Kathmandu', 24],
    ['a day that never was', '2011-12-30', 'Pacific/Apia', 0],
  ])('%s has its own length', (_, day, zone, hours) => {
    const length = startOfDay(addDays(day, 1), zone) - startOfDay(day, zone);
    expect(length / 3_600_000).toBe(hours);
  });
});

describe('dates', () => {
  test('adding and counting days agree', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
        expect(Date.parse(addDays(day, count)) - Date.parse(day)).toBe(count * dayInMs);
      }),
    );
  });

  test('know leap years and the ends of months', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(firstOfMonth('2026-12-31', 1)).toBe('2027-01-01');
    expect(firstOfMonth('2026-01-31', 1)).toBe('2026-02-01');
  });
});

describe('the zone', () => {
  test('is the stored one where the engine knows it', () => {
    expect(zoneOr('Asia/Calcutta')).toBe('Asia/Calcutta');
  });

  test('is the device’s where the stored one is none, and UTC where that is unknown too', () => {
    const device = Intl.DateTimeFormat().resolvedOptions();
    expect(zoneOr('text')).toBe(device.timeZone);
    expect(zoneOr(undefined)).toBe(device.timeZone);
    vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({
      ...device,
      timeZone: 'Etc/Unknown',
    });
    expect(zoneOr('text')).toBe('UTC');
  });
});
