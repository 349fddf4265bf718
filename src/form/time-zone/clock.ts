import { isTimeZone } from '../../contract/rules.ts';
import { currentNames, resolvedZone } from './city-of.ts';

/** The IANA identifier that this device is set to; undefined where it does not tell or know. */
export function deviceZone(): string | undefined {
  // Engines have been seen to answer nothing, an empty text and `Etc/Unknown`.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone as string | undefined;
  return zone && zone !== 'Etc/Unknown' && isTimeZone(zone) ? zone : undefined;
}

interface ZonedTime {
  equals(other: ZonedTime): boolean;
}
declare const Temporal:
  | {
      Now: {
        zonedDateTimeISO(zone: string): { withTimeZone(zone: string): ZonedTime } & ZonedTime;
      };
    }
  | undefined;

/** Whether two identifiers name one zone of the database, under whichever of its names. */
export function sameZone(one: string, other: string): boolean {
  if (one === other) return true;
  if (!isTimeZone(one) || !isTimeZone(other)) return false;
  if (resolvedZone(one) === resolvedZone(other)) return true;
  // Newer engines leave links as they are (ECMA-402 2025); those can compare them with Temporal.
  if (typeof Temporal === 'undefined') return false;
  const now = Temporal.Now.zonedDateTimeISO(one);
  return now.equals(now.withTimeZone(other));
}

/** Whether an identifier is another name of a zone (`US/Pacific`), as far as the engine can tell. */
export function isLink(zone: string): boolean {
  if (Object.hasOwn(currentNames, zone)) return true;
  const target = isTimeZone(zone) ? resolvedZone(zone) : zone;
  return target !== zone && !Object.hasOwn(currentNames, target);
}

const offsetFormats = new Map<string, Intl.DateTimeFormat>();

/** What clocks in `zone` are ahead of UTC at `instant` (milliseconds since 1970), in minutes. */
export function offsetMinutes(zone: string, instant: number): number {
  let format = offsetFormats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    offsetFormats.set(zone, format);
  }
  const [, sign, hours, minutes] = /GMT([+-])(\d+):(\d+)/.exec(format.format(instant)) ?? [];
  return hours ? (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1) : 0;
}

const offsetTexts = new Map<string, string>();

/** `GMT+5:30`, written as in `locale`. */
export function offsetText(locale: string, zone: string, instant: number): string {
  const key = `${locale} ${offsetMinutes(zone, instant)}`;
  let text = offsetTexts.get(key);
  if (text === undefined) {
    const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortOffset' });
    text = parts.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    offsetTexts.set(key, text);
  }
  return text;
}
