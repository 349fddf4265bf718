import { isTimeZone } from '../../contract/rules.ts';

/** The IANA identifier that this device is set to. */
export const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `America/Argentina/Buenos_Aires` → `Buenos Aires`; `Etc/GMT-5` → `GMT-5`. Anything else as is. */
export function cityOf(zone: string): string {
  if (!isTimeZone(zone)) return zone;
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** Links such as `Asia/Calcutta` are resolved by the engine: to what does not matter, only that. */
const resolved = (zone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;

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
  if (resolved(one) === resolved(other)) return true;
  // Newer engines leave links as they are (ECMA-402 2025); those can compare them with Temporal.
  if (typeof Temporal === 'undefined') return false;
  const now = Temporal.Now.zonedDateTimeISO(one);
  return now.equals(now.withTimeZone(other));
}

/** Links that some engines (those of CLDR) take for the zone itself, and IANA no longer does. */
const formerNames = new Set(
  (
    'Africa/Asmera America/Buenos_Aires America/Catamarca America/Cordoba America/Godthab ' +
    'America/Indianapolis America/Jujuy America/Louisville America/Mendoza Asia/Calcutta ' +
    'Asia/Katmandu Asia/Rangoon Asia/Saigon Atlantic/Faeroe Europe/Kiev Pacific/Enderbury ' +
    'Pacific/Ponape Pacific/Truk'
  ).split(' '),
);

/** Whether an identifier is another name of a zone (`US/Pacific`), as far as the engine can tell. */
export function isLink(zone: string): boolean {
  if (formerNames.has(zone)) return true;
  const target = isTimeZone(zone) ? resolved(zone) : zone;
  return target !== zone && !formerNames.has(target);
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
