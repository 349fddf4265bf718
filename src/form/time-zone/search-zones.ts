import { fold, standing } from '../search-text.ts';
import { offsetMinutes } from './clock.ts';
import { readOffset } from './read-offset.ts';
import { zoneName } from './zone-name.ts';
import type { ZoneData } from './zone-data.ts';
import { orderOf, zoneTerms, type Kind, type Term } from './zone-terms.ts';
import type { Zone } from './zones.ts';

export interface ZoneMatch extends Zone {
  /** The country in the person's language. */
  readonly countryName: string;
  /** The other name under which the query found it. */
  readonly also: string | undefined;
}

/** Which hit comes first (less is better): where the query is the whole term, and where it begins it. */
const ranks: Readonly<Record<Kind, readonly [whole: number, start?: number]>> = {
  id: [0, 14],
  ownAbbreviation: [1],
  city: [2, 11],
  country: [3, 11],
  code: [3],
  abbreviation: [4],
  rareAbbreviation: [5],
  time: [6, 12],
  place: [7, 11],
  region: [7, 12],
  link: [8, 13],
  foreign: [9, 13],
};

/** Added where a later word begins with the query, or where it stands within a word. */
const within = [0, 0, 10, 20] as const;
/** Added where the words of a query stand in one name, in another order. */
const reordered = 30;
/** Added where the words of a query are found in different names. */
const apart = 60;

interface Hit {
  readonly rank: number;
  readonly people: number;
  readonly term: Term | undefined;
}

const isBetter = (one: Hit, other: Hit | undefined) =>
  !other || one.rank < other.rank || (one.rank === other.rank && one.people > other.people);

/** The rank of a term for a folded query, or undefined where it does not find it. */
function rankOf({ text, kind }: Term, query: string): number | undefined {
  const stands = standing(text, query);
  if (stands === undefined) return undefined;
  const [whole, start] = ranks[kind];
  if (stands === 0) return whole;
  return start && start + within[stands];
}

/** The rank of a term in which all words stand, in whatever order. */
function rankOfAll(term: Term, words: readonly string[]): number | undefined {
  let worst = 0;
  for (const word of words) {
    const rank = rankOf(term, word);
    if (rank === undefined) return undefined;
    worst = Math.max(worst, rank);
  }
  return reordered + worst;
}

/**
 * Finds zones by city, country, region, identifier, the names of their times and their present
 * offset, in any order of words, without regard to case and marks; first what is meant most likely.
 * It finds what `prepare` has prepared so far.
 *
 * @param locale the language of the names that come first; others are found too.
 */
export function zoneSearch(zones: readonly Zone[], locale: string, data?: ZoneData) {
  const pending = zoneTerms(zones, locale, data);
  const terms: Term[] = [];
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const order = data && orderOf(data);
  const people = zones.map(({ value }) => data?.people[order?.get(value) ?? -1] ?? 0);
  const ids = new Map(zones.flatMap((zone, at) => zone.names.map((name) => [fold(name), at])));

  /** Prepares as much as there is time for; true once all is prepared. */
  const prepare = (until: () => boolean): boolean => {
    while (!until()) {
      const { done, value } = pending.next();
      if (done) return true;
      terms.push(...value);
    }
    return false;
  };

  /** The texts of all terms in one, each after a line break: searched faster than each of them. */
  let joined = '';
  let starts: number[] = [];
  const join = () => {
    if (starts.length === terms.length) return;
    let start = 0;
    starts = terms.map(({ text }) => {
      const here = start;
      start += text.length + 1;
      return here;
    });
    joined = terms.map(({ text }) => `\n${text}`).join('');
  };

  /** The best hit of each zone among the terms that contain a text. */
  const scan = (text: string, rankIn: (term: Term) => number | undefined): Map<number, Hit> => {
    join();
    // Nearly every term has a given letter somewhere: one letter is looked for as the first.
    const wanted = /^[a-z]$/.test(text) ? `\n${text}` : text;
    const hits = new Map<number, Hit>();
    let at = 0;
    for (
      let found = joined.indexOf(wanted);
      found >= 0;
      found = joined.indexOf(wanted, starts[at])
    ) {
      while ((starts[at + 1] ?? Infinity) <= found) at += 1;
      const term = terms[at];
      const rank = term && rankIn(term);
      if (term && rank !== undefined) {
        for (const zone of term.zones) {
          const hit = { rank: zone === term.first ? rank - 0.5 : rank, people: term.people, term };
          if (isBetter(hit, hits.get(zone))) hits.set(zone, hit);
        }
      }
      at += 1;
      if (at >= starts.length) break;
    }
    return hits;
  };

  const rows = new Map<number, ZoneMatch>();
  const matchOf = (at: number, also?: string): ZoneMatch | undefined => {
    const zone = zones[at];
    if (!zone) return undefined;
    const row = rows.get(at) ?? {
      ...zone,
      city: zoneName(zone.value, locale, () => zone.city),
      countryName: zone.country ? (countries.of(zone.country) ?? zone.country) : '',
      also: undefined,
    };
    rows.set(at, row);
    return also === undefined || also === row.city ? row : { ...row, also };
  };

  let listed: ZoneMatch[] | undefined;
  /** All zones by name; those without a place are the last. */
  const list = (): ZoneMatch[] => {
    const { compare } = new Intl.Collator(locale);
    listed ??= [...zones.keys()]
      .flatMap((at) => matchOf(at) ?? [])
      .sort(
        (one, other) =>
          Number(!one.country) - Number(!other.country) ||
          (one.country ? compare(one.city, other.city) : 0),
      );
    return listed;
  };

  const search = (query: string, now: number): ZoneMatch[] => {
    const offset = readOffset(query);
    const whole = fold(query);
    if (!whole) return list();
    const words = fold(offset ? offset.rest : query)
      .split(' ')
      .filter(Boolean);
    const isThere = (at: number) =>
      !offset || offset.means(offsetMinutes(zones[at]?.value ?? 'UTC', now));
    /** Zones at half an hour come after those at the whole one that was typed. */
    const odd = (at: number) =>
      offset && offsetMinutes(zones[at]?.value ?? 'UTC', now) % 60 !== 0 ? 0.5 : 0;

    const hits = new Map<number, Hit>();
    if (words.length === 0) {
      for (const at of zones.keys()) {
        if (isThere(at)) hits.set(at, { rank: odd(at), people: 0, term: undefined });
      }
    } else {
      const found = words.map((word) => scan(word, (term) => rankOf(term, word)));
      for (const [at, first] of found[0] ?? []) {
        const each = found.map((hits) => hits.get(at));
        if (each.includes(undefined) || !isThere(at)) continue;
        const rank = Math.max(...each.map((hit) => hit?.rank ?? 0));
        const term = each.find((hit) => hit?.term?.shown)?.term ?? first.term;
        hits.set(at, {
          rank: words.length > 1 || offset ? apart + rank + odd(at) : rank,
          people: Math.min(...each.map((hit) => hit?.people ?? 0)),
          term,
        });
      }
      if (words.length > 1 && !offset) {
        const together = scan(
          words[0] ?? '',
          (term) => rankOf(term, whole) ?? rankOfAll(term, words),
        );
        for (const [at, hit] of together) if (isBetter(hit, hits.get(at))) hits.set(at, hit);
      }
    }
    // An identifier is no offset, whatever stands in it.
    const named = whole ? ids.get(whole) : undefined;
    if (named !== undefined && offset) hits.set(named, { rank: -1, people: 0, term: undefined });

    const sorted = [...hits].sort(
      ([one, a], [other, b]) =>
        a.rank - b.rank ||
        b.people - a.people ||
        (people[other] ?? 0) - (people[one] ?? 0) ||
        one - other,
    );
    return sorted.flatMap(([at, { term }]) => matchOf(at, term?.shown) ?? []);
  };

  /** The zone that has this identifier among its names. */
  const find = (name: string): ZoneMatch | undefined => {
    const at = name ? ids.get(fold(name)) : undefined;
    return at === undefined ? undefined : matchOf(at);
  };

  return { search, find, prepare };
}

export type ZoneSearch = ReturnType<typeof zoneSearch>;
