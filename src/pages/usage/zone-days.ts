import { isTimeZone } from '../../contract/rules.ts';

/** A calendar date, `YYYY-MM-DD`. Arithmetic on it knows no clock changes. */
export type Day = string;

export const dayInMs = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}

/** Wall-clock time of an instant in a zone, as if it were UTC. Milliseconds, whole seconds. */
function wallClock(instant: number, zone: string): number {
  const parts = formatOf(zone).formatToParts(instant);
  const part = (wanted: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find(({ type }) => type === wanted)?.value ?? 0);
  return Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
}

const isoDay = (utc: number): Day => new Date(utc).toISOString().slice(0, 10);

/** The date that an instant (milliseconds since 1970) has in a zone. */
export const dayOf = (instant: number, zone: string): Day => isoDay(wallClock(instant, zone));

export const addDays = (day: Day, count: number): Day => isoDay(Date.parse(day) + count * dayInMs);

/** Days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayInMs);

/** The first of the month that lies `months` after the month of `day`. */
export function firstOfMonth(day: Day, months = 0): Day {
  const date = new Date(day);
  return isoDay(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
}

/**
 * The instant at which a day begins in a zone. Of the offsets in force around that midnight, the
 * earliest that does not lie on the day before: right also where clocks skip midnight.
 */
export function startOfDay(day: Day, zone: string): number {
  const midnight = Date.parse(day);
  const starts = [midnight - dayInMs, midnight + dayInMs]
    .map((near) => midnight - (wallClock(near, zone) - near))
    .filter((start) => wallClock(start, zone) >= midnight);
  return Math.min(...starts);
}

/** Whether a zone never had a day: Samoa went from 29 to 31 December 2011. */
export const isSkipped = (day: Day, zone: string): boolean =>
  startOfDay(day, zone) === startOfDay(addDays(day, 1), zone);

/** The person's zone where the engine knows it, else the device's, else UTC. */
export function zoneOr(stored: string | undefined): string {
  const device = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [stored, device].find((zone) => zone !== undefined && isTimeZone(zone)) ?? 'UTC';
}
