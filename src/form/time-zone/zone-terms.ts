import { pageLanguages, type PageLanguage } from '../../contract/languages.ts';
import { fold } from '../search-text.ts';
import { namesLanguage } from './zone-name.ts';
import { otherCountryNames } from './country-names.ts';
import { otherPlaceNames } from './place-names.ts';
import type { ZoneData } from './zone-data.ts';
import type { Zone } from './zones.ts';

/** What a term is to the zones that it finds, the most telling first. */
export type Kind =
  /** An identifier. */
  | 'id'
  /** An abbreviation that the person's language has. */
  | 'ownAbbreviation'
  /** The zone's city in the person's language, or in English. */
  | 'city'
  /** A country's name, in the person's language or in English, or another usual name of it. */
  | 'country'
  /** A code of a country. */
  | 'code'
  | 'abbreviation'
  /** An abbreviation that CLDR has in no kind of English. */
  | 'rareAbbreviation'
  /** `Pacific Standard Time`. */
  | 'time'
  /** Another city that keeps the zone's time. */
  | 'place'
  /** A state or province. */
  | 'region'
  /** The last part of a link. */
  | 'link'
  /** A name in another language. */
  | 'foreign';

/** A text by which zones are found. */
export interface Term {
  /** Folded. */
  readonly text: string;
  readonly kind: Kind;
  /** Indices of the zones that it finds. */
  readonly zones: readonly number[];
  /** How many people mean it, in thousands: of two cities of a name the larger one comes first. */
  readonly people: number;
  /** How it is shown beside the zone, unless the zone's own row says it. */
  readonly shown?: string;
  /** The zone among these that stands for them. */
  readonly first?: number | undefined;
}

/** Identifiers that are abbreviations for people, who mean another zone than the database does. */
const abbreviationsFirst = new Set(['EST', 'MST']);

/** Ways of writing one name: `Saint`, `St.`; `Zürich`, `Zuerich`. */
function writings(name: string): string[] {
  const umlauts = name.replace(/[äöü]/gi, (letter) => `${letter.normalize('NFD')[0] ?? ''}e`);
  const folded = [...new Set([fold(name), fold(umlauts)])];
  return folded.flatMap((text) => {
    if (/\bsaint\b/.test(text)) return [text, text.replace(/\bsaint\b/g, 'st')];
    return /\bst\b/.test(text) ? [text, text.replace(/\bst\b/g, 'saint')] : [text];
  });
}

const split = (text: string): string[] => text.split('|').filter(Boolean);

/** `Tel Aviv 1745`: a name and its people. */
function counted(entry: string): [name: string, people: number] {
  const at = entry.lastIndexOf(' ');
  return [entry.slice(0, at), Number(entry.slice(at + 1))];
}

/** The order of `zones.json`, by every identifier. */
export const orderOf = (data: ZoneData): ReadonlyMap<string, number> =>
  new Map(data.zones.flatMap((line, order) => line.split(' ').map((name) => [name, order])));

/**
 * Everything by which zones are found by readers of `locale`, a few terms at a time, what is looked
 * for most first: whoever asks need not wait for all of them.
 */
export function* zoneTerms(
  zones: readonly Zone[],
  locale: string,
  data: ZoneData | undefined,
): Generator<Term[]> {
  const order = data && orderOf(data);
  const orders = zones.map((zone) => order?.get(zone.value) ?? -1);
  const indexOf = new Map(zones.map((zone, index) => [zone.value, index]));
  const people = orders.map((at) => data?.people[at] ?? 0);
  const total = (indices: readonly number[]) =>
    indices.reduce((sum, index) => sum + (people[index] ?? 0), 0);
  const page = namesLanguage(locale);
  const own = [...new Set<PageLanguage>([page, 'en'])];
  const others = pageLanguages.filter((language) => !own.includes(language));
  const cityIn = (language: PageLanguage, index: number) =>
    data?.names[language]?.cities[orders[index] ?? -1];

  const termsOf = (
    names: readonly string[],
    kind: Kind,
    indices: readonly number[],
    more: Partial<Pick<Term, 'people' | 'first'>> & { show?: boolean } = {},
  ): Term[] =>
    names.flatMap((name) =>
      writings(name).map((text) => ({
        text,
        kind,
        zones: indices,
        people: more.people ?? total(indices),
        first: more.first,
        ...(more.show && { shown: name }),
      })),
    );

  for (const [index, zone] of zones.entries()) {
    const ids = zone.names.filter((name) => !abbreviationsFirst.has(name));
    const named = [zone.city, ...own.map((language) => cityIn(language, index) ?? '')];
    // `Knox, Indiana` is `Knox` for whoever comes from there.
    const cities = named.flatMap((name) => [name, name.replace(/, .*/, '')]);
    const links = zone.names
      .slice(1)
      .map((name) => (name.split('/').at(-1) ?? '').replaceAll('_', ' '));
    yield [
      ...termsOf(ids, 'id', [index]),
      ...termsOf([...new Set(cities)].filter(Boolean), 'city', [index]),
      ...termsOf(links, 'link', [index], { show: true }),
      ...termsOf(zone.cities, 'place', [index], { show: true, people: 0 }),
      ...termsOf(split(otherPlaceNames[zone.city] ?? ''), 'place', [index], { show: true }),
      ...(zone.value === 'UTC' ? termsOf(['Z', zone.title], 'id', [index]) : []),
    ];
  }

  const byCountry = new Map<string, number[]>();
  for (const [index, { country }] of zones.entries()) {
    if (country) byCountry.set(country, [...(byCountry.get(country) ?? []), index]);
  }
  for (const language of [locale, 'en']) {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    for (const [code, indices] of byCountry) {
      yield termsOf([names.of(code) ?? code], 'country', indices);
    }
  }
  for (const [code, indices] of byCountry) {
    const codes = [code, data?.countries[code] ?? code];
    yield [
      ...termsOf(codes, 'code', indices),
      ...termsOf(split(otherCountryNames[code] ?? ''), 'country', indices),
    ];
  }

  // What times are called, of a metazone or a single zone.
  const membersOf = (key: string): number[] =>
    (data?.metazones[key] ?? key).split(' ').flatMap((zone) => indexOf.get(zone) ?? []);
  const timesOf = (
    names: Readonly<Record<string, readonly string[]>> | undefined,
    kind: Kind,
  ): Term[][] =>
    Object.entries(names ?? {}).map(([key, texts]) => {
      const members = membersOf(key);
      return termsOf(texts, kind, members, { show: true, first: members[0] });
    });
  yield* timesOf(data?.names[page]?.abbreviations, 'ownAbbreviation');
  yield* timesOf(data?.abbreviations, 'abbreviation');
  for (const language of own) yield* timesOf(data?.names[language]?.times, 'time');
  for (const [index, zone] of zones.entries()) {
    yield [
      ...termsOf(zone.abbreviations, 'rareAbbreviation', [index], { show: true }),
      ...termsOf(zone.title && zone.value !== 'UTC' ? [zone.title] : [], 'time', [index], {
        show: true,
      }),
    ];
  }

  for (const [index] of zones.entries()) {
    const at = orders[index] ?? -1;
    for (const [name, people] of split(data?.cities[at] ?? '').map(counted)) {
      yield [
        ...termsOf([name], 'place', [index], { show: true, people }),
        ...termsOf(split(otherPlaceNames[name] ?? ''), 'place', [index], { show: true, people }),
      ];
    }
    for (const [name, people] of split(data?.regions[at] ?? '').map(counted)) {
      const more = { show: true, people: people / 2 };
      yield [
        ...termsOf([name], 'region', [index], more),
        ...termsOf(split(otherPlaceNames[name] ?? ''), 'region', [index], more),
      ];
    }
  }

  // The other languages, last: most people look for places in their own.
  for (const [index] of zones.entries()) {
    const names = others.map((language) => cityIn(language, index) ?? '');
    const local = data?.local[orders[index] ?? -1] ?? '';
    yield termsOf([...new Set([...names, local])].filter(Boolean), 'foreign', [index], {
      show: true,
    });
  }
  for (const language of others) yield* timesOf(data?.names[language]?.times, 'foreign');
  for (const language of others) {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    for (const [code, indices] of byCountry) {
      yield termsOf([names.of(code) ?? code], 'foreign', indices);
    }
  }
  for (const [code, indices] of byCountry) {
    const spoken = new Intl.Locale(`und-${code}`).maximize().language;
    const names = new Intl.DisplayNames(spoken, { type: 'region' });
    if (names.resolvedOptions().locale.split('-')[0] !== spoken) continue;
    yield termsOf([names.of(code) ?? code], 'foreign', indices);
  }
}
