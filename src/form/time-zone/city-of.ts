import { isTimeZone } from '../../contract/rules.ts';

/** What CLDR, and the engines that follow it, call zones that IANA has renamed: its name for each. */
export const currentNames: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

const resolvedZones = new Map<string, string>();

/** Links such as `Asia/Calcutta` are resolved by the engine: to what does not matter, only that. */
export function resolvedZone(zone: string): string {
  const known = resolvedZones.get(zone);
  if (known !== undefined) return known;
  const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions();
  if (resolvedZones.size < 1000) resolvedZones.set(zone, timeZone);
  return timeZone;
}

/** The identifier that IANA gives the zone now; that of the engine where it is none of the renamed. */
function currentName(zone: string): string {
  const resolved = resolvedZone(zone);
  return currentNames[resolved] ?? resolved;
}

/**
 * Hours that a placeless zone is ahead of UTC, or undefined for a place. The sign of these
 * identifiers is that of POSIX: `Etc/GMT-5` is five hours ahead.
 */
export function fixedHours(zone: string): number | undefined {
  if (/^(?:Etc\/)?(?:UTC|UCT|GMT[+-]?0?|Universal|Zulu|Greenwich)$/i.test(zone)) return 0;
  const [, sign, hours] = /^Etc\/GMT([+-])(\d+)$/i.exec(zone) ?? [];
  return hours === undefined ? undefined : Number(hours) * (sign === '-' ? 1 : -1);
}

/** The place that a current identifier names: `America/Indiana/Knox` → `Knox, Indiana`. */
export function placeOf(name: string): string {
  const [area = '', state, place] = name.replaceAll('_', ' ').split('/');
  // There may be more than one place of a name in a country of states.
  if (place !== undefined) return state === 'Argentina' ? place : `${place}, ${state}`;
  return state ?? area;
}

/**
 * The English name of a zone, the same for all its identifiers: `Asia/Calcutta` → `Kolkata`,
 * `Etc/GMT-5` → `GMT+5`. What is no zone stays as it is.
 */
export function cityOf(zone: string): string {
  if (!isTimeZone(zone)) return zone;
  const hours = fixedHours(zone);
  if (hours === undefined) return placeOf(currentName(zone));
  return hours === 0 ? 'UTC' : `GMT${hours > 0 ? '+' : ''}${hours}`;
}
