import { fold, standing } from '../search-text.ts';
import { offsetMinutes } from './clock.ts';
import type { Zone } from './zones.ts';

export interface ZoneMatch extends Zone {
  /** The country in the person's language. */
  readonly countryName: string;
  /** The other name under which the query found it. */
  readonly also: string | undefined;
}

interface Entry {
  readonly zone: Zone;
  readonly countryName: string;
  readonly city: string;
  readonly places: readonly string[];
  readonly ids: readonly string[];
  /** Other names, and how they are shown. */
  readonly others: readonly (readonly [folded: string, shown: string])[];
  readonly abbreviations: readonly string[];
  readonly title: string;
}

/** `gmt +5:30`, `utc-8`, `+0530`: sign, hours, and the minutes as far as they are typed. */
const offsetPattern = /(?:^|\s)(?:utc|gmt)? ?([+-]) ?(\d{1,2}?)(?::(\d{0,2})|(\d{2}))?(?=\s|$)/;

interface Wanted {
  readonly words: readonly string[];
  readonly whole: string;
  readonly offset: ((minutes: number) => boolean) | undefined;
}

function parse(query: string): Wanted {
  const whole = fold(query);
  const match = offsetPattern.exec(whole);
  const words = (match ? whole.replace(match[0], ' ') : whole).split(' ').filter(Boolean);
  if (!match) return { words, whole, offset: undefined };
  const [, sign, hours, colon, digits] = match;
  const typed = colon ?? digits ?? '';
  const offset = (minutes: number) =>
    (minutes < 0 ? '-' : '+') === (sign === '-' && minutes === 0 ? '+' : sign) &&
    Math.floor(Math.abs(minutes) / 60) === Number(hours) &&
    String(Math.abs(minutes) % 60)
      .padStart(2, '0')
      .startsWith(typed);
  return { words, whole, offset };
}

/** How well one word finds a zone (less is better), and by which other name. */
function rankOf(entry: Entry, word: string): { rank: number; also?: string } | undefined {
  const city = standing(entry.city, word);
  if (city === 0) return { rank: 0 };
  const place = Math.min(...entry.places.map((text) => standing(text, word) ?? 4));
  if (place === 0 || entry.abbreviations.includes(word)) return { rank: 1 };
  if (city === 1 || city === 2) return { rank: 1 + city };
  if (place < 3) return { rank: 3 + place };
  let best: { rank: number; also?: string } | undefined;
  for (const [text, shown] of entry.others) {
    const stands = standing(text, word);
    if (stands === undefined) continue;
    const rank = stands < 3 ? 6 + stands : 10;
    if (!best || rank < best.rank) best = { rank, also: shown };
  }
  if (best && best.rank < 9) return best;
  if ([entry.title, ...entry.ids].some((text) => (standing(text, word) ?? 3) < 3)) {
    return { rank: 9 };
  }
  return best ?? (city === 3 || place === 3 ? { rank: 10 } : undefined);
}

/**
 * Finds zones by city, country, identifier, link, abbreviation and present offset, in any order of
 * words, without regard to case and marks.
 *
 * @param locale the language of the countries' names; their English names are found too.
 */
export function zoneSearch(zones: readonly Zone[], locale: string) {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const english = new Intl.DisplayNames('en', { type: 'region' });
  const entries = zones.map((zone): Entry => {
    const countryName = zone.country ? (names.of(zone.country) ?? zone.country) : '';
    const places = [countryName, zone.country ? (english.of(zone.country) ?? '') : ''];
    const links = zone.names.slice(1).map((name) => name.split('/').at(-1) ?? name);
    const shown = [...links.map((name) => name.replaceAll('_', ' ')), ...zone.cities];
    const city = fold(zone.city);
    return {
      zone,
      countryName,
      city,
      places: places.map(fold),
      ids: zone.names.map(fold),
      others: shown.map((name) => [fold(name), name] as const).filter(([name]) => name !== city),
      abbreviations: zone.abbreviations.map(fold),
      title: fold(zone.title),
    };
  });

  const search = (query: string, now: number): ZoneMatch[] => {
    const { words, whole, offset } = parse(query);
    const hits: { entry: Entry; rank: number; also: string | undefined }[] = [];
    for (const entry of entries) {
      if (whole && entry.ids.includes(whole)) {
        hits.push({ entry, rank: -1, also: alsoOf(entry, whole) });
        continue;
      }
      const ranks = words.map((word) => rankOf(entry, word));
      if (ranks.includes(undefined)) continue;
      if (offset && !offset(offsetMinutes(entry.zone.value, now))) continue;
      // "new york" begins the name of a city; "york new" has its words in it.
      const cityRank = words.length > 1 ? standing(entry.city, words.join(' ')) : undefined;
      const worst = Math.max(0, ...ranks.map((found) => found?.rank ?? 0));
      const odd = offset && offsetMinutes(entry.zone.value, now) % 60 !== 0 ? 0.5 : 0;
      const also = ranks.find((found) => found?.also)?.also;
      hits.push({ entry, rank: Math.min(worst, cityRank ?? worst) + odd, also });
    }
    // Sorting is stable: among equals the order of the list stays.
    hits.sort((one, other) => one.rank - other.rank);
    return hits.map(({ entry, also }) => ({
      ...entry.zone,
      countryName: entry.countryName,
      also,
    }));
  };

  /** The zone that has this identifier among its names. */
  const find = (name: string): ZoneMatch | undefined => {
    const folded = fold(name);
    const entry = name ? entries.find(({ ids }) => ids.includes(folded)) : undefined;
    return entry && { ...entry.zone, countryName: entry.countryName, also: undefined };
  };

  return { search, find };
}

function alsoOf(entry: Entry, id: string): string | undefined {
  const index = entry.ids.indexOf(id);
  const other = entry.zone.names[index]?.split('/').at(-1)?.replaceAll('_', ' ');
  return index > 0 && other !== entry.zone.city ? other : undefined;
}
