import { getCountryCode, rawTimeZones } from '@vvo/tzdb';
import { isTimeZone } from '../../contract/rules.ts';
import { cityOf } from './clock.ts';

/** One zone of the database under all its names. */
export interface Zone {
  /** The identifier that choosing it stores. */
  readonly value: string;
  /** Every identifier of the zone, links included, `value` first. */
  readonly names: readonly string[];
  readonly city: string;
  readonly country: string | undefined;
  /** Large cities that keep its time. */
  readonly cities: readonly string[];
  /** `Pacific Time`, in English. */
  readonly title: string;
  readonly abbreviations: readonly string[];
}

const utcNames =
  'UTC Etc/UTC Etc/UCT Etc/Universal Etc/Zulu UCT Universal Zulu Etc/GMT Etc/GMT+0 Etc/GMT-0 ' +
  'Etc/GMT0 Etc/Greenwich GMT GMT+0 GMT-0 GMT0 Greenwich';

/** Zones without a place. The sign of `Etc/GMT+5` is inverted: it is five hours behind UTC. */
function placeless(): Zone[] {
  const fixed = Array.from({ length: 27 }, (_, index) => index - 14).filter((n) => n !== 0);
  const zone = (names: string[], title: string): Zone => ({
    value: names[0] ?? '',
    names,
    city: names[0] ?? '',
    country: undefined,
    cities: [],
    title,
    abbreviations: [],
  });
  return [
    zone(utcNames.split(' '), 'Coordinated Universal Time Greenwich Mean Time'),
    ...fixed.map((n) => zone([`Etc/GMT${n > 0 ? '+' : ''}${n}`], '')),
  ];
}

/**
 * The names of each zone of the listed groups. A group shares a clock, not a history:
 * `America/Detroit` is a zone of its own within the group of New York. Which names are zones, and
 * to which zone a link leads, the engine knows.
 */
function namesByZone(primaries: ReadonlySet<string>): Map<string, string[]> {
  const zones = new Map<string, string[]>();
  const foreign: [zone: string, link: string][] = [];
  for (const { name: groupName, group } of rawTimeZones) {
    const names = [groupName, ...group.filter((name) => name !== groupName)];
    const fallback = names.find((name) => primaries.has(name)) ?? groupName;
    for (const name of names) {
      const zone = primaries.has(name) ? name : target(name);
      if (zone === undefined) continue;
      // An engine that leaves links as they are leaves them with the first zone of the group.
      const key = primaries.has(zone) ? zone : fallback;
      if (names.includes(key)) zones.set(key, [...(zones.get(key) ?? []), name]);
      else foreign.push([key, name]);
    }
  }
  for (const [zone, link] of foreign) zones.set(zone, [...(zones.get(zone) ?? []), link]);
  return zones;
}

/** Where a link leads, or undefined when the engine does not know it. */
const target = (name: string): string | undefined =>
  isTimeZone(name)
    ? new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
    : undefined;

/** Every zone that the engine knows, joined with what the zone list tells about it. */
export function allZones(): Zone[] {
  const primaries = new Set(Intl.supportedValuesOf('timeZone'));
  const groups = new Map(rawTimeZones.flatMap((group) => group.group.map((name) => [name, group])));
  const named = namesByZone(primaries);
  const placelessZones = placeless();
  const listed = new Set([...named.values(), ...placelessZones.map(({ names }) => names)].flat());
  for (const name of primaries) if (!listed.has(name)) named.set(name, [name]);
  const zones = [...named.values()].map((names): Zone => {
    const value = names[0] ?? '';
    const group = groups.get(value);
    return {
      value,
      names,
      city: placeOf(value),
      country: getCountryCode(value) ?? group?.countryCode,
      cities: group && value === group.name ? group.mainCities : [],
      title: group?.alternativeName ?? '',
      abbreviations: [group?.abbreviation ?? [], group?.dstAbbreviation ?? []].flat(),
    };
  });
  zones.sort((one, other) => (one.city < other.city ? -1 : 1));
  return [...zones, ...placelessZones];
}

/** `America/North_Dakota/Center` → `Center, North Dakota`; there may be more than one of a name. */
function placeOf(zone: string): string {
  const [, state, place] = zone.split('/');
  const city = cityOf(zone);
  return place && state !== 'Argentina' ? `${city}, ${state?.replaceAll('_', ' ')}` : city;
}
