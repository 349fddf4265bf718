import { getCountryCode, rawTimeZones } from '@vvo/tzdb';
import { isTimeZone } from '../../contract/rules.ts';
import { cityOf, currentNames, placeOf } from './city-of.ts';

/** One zone of the database under all its names. */
export interface Zone {
  /** The identifier that choosing it stores. */
  readonly value: string;
  /** Every identifier of the zone, links included, `value` first. */
  readonly names: readonly string[];
  /** Its English name. */
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

/** Zones without a place. */
function placeless(): Zone[] {
  const fixed = Array.from({ length: 27 }, (_, index) => index - 14).filter((n) => n !== 0);
  const zone = (names: string[], title: string): Zone => ({
    value: names[0] ?? '',
    names,
    city: cityOf(names[0] ?? ''),
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
 * Every zone that the engine knows, joined with what the zone list tells about it.
 *
 * @param lines the identifiers of each zone of CLDR, the current one first
 */
export function allZones(lines: readonly string[]): Zone[] {
  const known = new Set(Intl.supportedValuesOf('timeZone'));
  const groups = new Map(rawTimeZones.flatMap((group) => group.group.map((name) => [name, group])));
  const listed = lines
    .map((line) => line.split(' '))
    .filter((names) => names.some((name) => known.has(name)))
    // An engine may be older than the present name of a zone.
    .map((names) => {
      const value = names.find((name) => known.has(name) || isTimeZone(name)) ?? '';
      return [value, ...names.filter((name) => name !== value)];
    });
  const placelessZones = placeless();
  const taken = new Set([...listed.flat(), ...placelessZones.flatMap(({ names }) => names)]);
  const unlisted = [...known].filter((name) => !taken.has(name)).map((name) => [name]);
  const zones = [...listed, ...unlisted].map((names): Zone => {
    const value = names[0] ?? '';
    const group = groups.get(value);
    return {
      value,
      names,
      city: placeOf(currentNames[value] ?? value),
      country: getCountryCode(value) ?? group?.countryCode,
      cities: group && value === group.name ? group.mainCities : [],
      title: group?.alternativeName ?? '',
      abbreviations: [group?.abbreviation ?? [], group?.dstAbbreviation ?? []].flat(),
    };
  });
  zones.sort((one, other) => (one.city < other.city ? -1 : 1));
  return [...zones, ...placelessZones];
}
