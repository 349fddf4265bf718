/**
 * Calendar days and hours of a time zone as instants. ECMA-402 knows the zones; PostgreSQL's own
 * copy of the database may know fewer names than the contract accepts.
 */

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs far more than using it. Names ignore case, and the zones are finite. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const key = timeZone.toLowerCase();
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      hourCycle: 'h23',
    });
    formats.set(key, format);
  }
  return format;
}

/** What a clock in `timeZone` shows at `instant`, as if it were UTC (milliseconds since 1970). */
export function localTime(instant: number, timeZone: string): number {
  const shown: Record<string, string> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(instant)) shown[type] = value;
  const year = Number(shown['year']);
  const date = new Date(0);
  date.setUTCFullYear(
    shown['era']?.startsWith('B') ? 1 - year : year,
    Number(shown['month']) - 1,
    Number(shown['day']),
  );
  date.setUTCHours(Number(shown['hour']), Number(shown['minute']), Number(shown['second']));
  return date.getTime();
}

/** The first instant at which it is `date` (a midnight in UTC) or later in `timeZone`. */
function startOfDay(date: number, timeZone: string): number {
  const guess = date - (localTime(date, timeZone) - date);
  const isStart = (instant: number) =>
    localTime(instant, timeZone) >= date && localTime(instant - second, timeZone) < date;
  if (isStart(guess)) return guess;
  // A change of the clock is near: find the first instant by halving. No offset exceeds 26 hours.
  let before = date - 26 * hour;
  let after = date + 26 * hour;
  while (after - before > second) {
    const middle = before + Math.floor((after - before) / 2 / second) * second;
    if (localTime(middle, timeZone) >= date) after = middle;
    else before = middle;
  }
  return after;
}

/** The starts of the days from `from` to `to` (both `YYYY-MM-DD`), and the end of the last. */
export function dayBounds(from: string, to: string, timeZone: string): number[] {
  const bounds: number[] = [];
  for (let date = Date.parse(from); date <= Date.parse(to) + day; date += day) {
    const start = startOfDay(date, timeZone);
    // A day that the zone skipped (Samoa, 30 December 2011) has no length and no bucket.
    if (start !== bounds.at(-1)) bounds.push(start);
  }
  return bounds;
}

/** The starts of the clock hours within `bounds`, days of `timeZone`, and the end of the last. */
export function hourBounds(bounds: readonly number[], timeZone: string): number[] {
  const hours: number[] = [];
  for (let index = 0; index + 1 < bounds.length; index += 1) {
    hours.push(...hoursOfDay(bounds[index] ?? 0, bounds[index + 1] ?? 0, timeZone));
  }
  const end = bounds.at(-1);
  return end === undefined ? hours : [...hours, end];
}

function hoursOfDay(start: number, end: number, timeZone: string): number[] {
  const offset = (instant: number) => localTime(instant, timeZone) - instant;
  const isPlain = offset(start) === offset(end - second) && localTime(start, timeZone) % hour === 0;
  const step = isPlain ? hour : minute;
  const hours = [start];
  let previous = localTime(start, timeZone);
  for (let instant = start + step; instant < end; instant += step) {
    const local = localTime(instant, timeZone);
    // A clock put back by an hour shows the same hour twice: two buckets.
    const isNewHour = Math.floor(local / hour) !== Math.floor(previous / hour);
    if (isNewHour || (local < previous && local % hour === 0)) hours.push(instant);
    previous = local;
  }
  return hours;
}
