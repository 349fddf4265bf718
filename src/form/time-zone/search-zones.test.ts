import { expect, test } from 'vitest';
import tzdata from 'tzdata';
import { zoneQueries } from '../../../test/zone-queries.ts';
import { pageLanguages } from '../../contract/languages.ts';
import { isTimeZone } from '../../contract/rules.ts';
import { fold } from '../search-text.ts';
import { sameZone } from './clock.ts';
import { otherPlaceNames } from './place-names.ts';
import { zoneSearch } from './search-zones.ts';
import { loadZoneData } from './zone-data.ts';
import { loadCities } from './zone-name.ts';
import { allZones } from './zones.ts';

const winter = Date.UTC(2026, 0, 15, 12);
const data = await loadZoneData();
const zones = allZones(data.zones);
const places = zones.filter(({ country }) => country);
await Promise.all(pageLanguages.map(loadCities));

const searchIn = (locale: string) => {
  const prepared = zoneSearch(zones, locale, data);
  prepared.prepare(() => false);
  return prepared;
};
const searches = new Map(pageLanguages.map((language) => [language as string, searchIn(language)]));
const search = (query: string, locale = 'en') => searches.get(locale)?.search(query, winter) ?? [];
const first = (query: string, locale = 'en') => search(query, locale)[0];

/** Zones and links of the IANA database; `Factory` is no place and no engine knows it. */
const ianaNames = Object.keys((tzdata as { zones: object }).zones).filter(isTimeZone);

test('finds every zone and link of the database by its own name', () => {
  expect(ianaNames.length).toBeGreaterThan(590);
  // Whoever types these two means the time of New York and of Denver.
  const names = ianaNames.filter((name) => name !== 'EST' && name !== 'MST');
  for (const language of pageLanguages) {
    // What a name finds hardly depends on the language: of the others some are tried.
    const tried = names.filter((_, at) => language === 'en' || at % 20 === 0);
    const lost = tried.filter((name) => !first(name, language)?.names.includes(name));
    expect(lost).toEqual([]);
  }
});

test('finds every zone that the engine knows', () => {
  const lost = Intl.supportedValuesOf('timeZone').filter((name) => !searches.get('en')?.find(name));
  expect(lost).toEqual([]);
});

test('lists every identifier once, and only under names of the same zone', () => {
  const names = zones.flatMap((zone) => zone.names);
  expect(new Set(names).size).toBe(names.length);
  const strays = zones.flatMap((zone) =>
    zone.names.filter((name) => !sameZone(name, zone.value)).map((name) => [name, zone.value]),
  );
  expect(strays).toEqual([]);
});

test.each(
  Object.entries(zoneQueries).flatMap(([locale, pairs]) => pairs.map((pair) => [locale, ...pair])),
)('a reader of %s who types %s finds %s first', (locale, query, zone) => {
  expect(first(query, locale)?.value).toBe(zone);
});

test('says under which other name a zone was found', () => {
  expect(first('calc')).toMatchObject({ city: 'Kolkata', countryName: 'India', also: 'Calcutta' });
  expect(first('kolk')?.also).toBeUndefined();
  expect(first('seattle')?.also).toBe('Seattle');
});

test('finds exactly the zones at an offset', () => {
  const west = search('utc-8').map((zone) => zone.value);
  expect(west).toContain('America/Los_Angeles');
  expect(west).toContain('Etc/GMT+8');
  expect(west).not.toContain('Asia/Shanghai');
  expect(west).not.toContain('America/Denver');
  // A sign that has come to its number is no part of an identifier, whose sign means the opposite.
  expect(search('GMT+5').map((zone) => zone.value)).not.toContain('Etc/GMT+5');
});

/** Texts that find more than one zone as they are: two places, or a place and a country, of a name. */
const shared = (texts: readonly (readonly [text: string, zone: string])[]) => {
  const zonesOf = new Map<string, Set<string>>();
  for (const [text, zone] of texts) {
    const folded = fold(text);
    zonesOf.set(folded, new Set([...(zonesOf.get(folded) ?? []), zone]));
  }
  return new Set([...zonesOf].filter(([, { size }]) => size > 1).map(([text]) => text));
};

test('finds every zone by its city in each language, whatever language is read', () => {
  const named = pageLanguages.flatMap((language) =>
    places.flatMap((zone): [string, string][] => {
      const city = searches.get(language)?.find(zone.value)?.city;
      return city ? [[city, zone.value]] : [];
    }),
  );
  const english = places.map((zone): [string, string] => [zone.city, zone.value]);
  const cities = data.cities.flatMap((line, at) =>
    line.split('|').flatMap((entry): [string, string][] => {
      const name = entry.replace(/ \d+$/, '');
      const zone = data.zones[at]?.split(' ')[0] ?? '';
      return [name, ...(otherPlaceNames[name]?.split('|') ?? [])].map((text) => [text, zone]);
    }),
  );
  const regions = data.regions.flatMap((line, at) =>
    line
      .split('|')
      .map((entry): [string, string] => [
        entry.replace(/ \d+$/, ''),
        data.zones[at]?.split(' ')[0] ?? '',
      ]),
  );
  const ambiguous = shared([...named, ...english, ...cities, ...regions]);
  for (const reader of ['en', 'ja', 'ar']) {
    const lost = named.filter(
      ([city, zone]) => !ambiguous.has(fold(city)) && first(city, reader)?.value !== zone,
    );
    expect(lost).toEqual([]);
  }
});

test('names each zone alike for whoever reads a language, under all its identifiers', () => {
  for (const [language, { find }] of searches) {
    for (const zone of zones) {
      const names = new Set(zone.names.map((name) => find(name)?.city));
      expect([language, zone.value, names.size]).toEqual([language, zone.value, 1]);
    }
  }
});

test('the code of a country finds all its zones before any other', () => {
  const lost: string[] = [];
  const countries = new Set(zones.flatMap(({ country }) => country ?? []));
  // What Americans call their times comes first for those who read English.
  const abbreviations = new Set(Object.values(data.names.en?.abbreviations ?? {}).flat());
  for (const country of countries) {
    const count = zones.filter((zone) => zone.country === country).length;
    for (const code of [country, data.countries[country] ?? '']) {
      const found = search(code, 'de').slice(0, count);
      if (found.some((zone) => zone.country !== country)) lost.push(`de ${code}`);
      if (abbreviations.has(code)) continue;
      const english = search(code).slice(0, count);
      if (english.some((zone) => zone.country !== country)) lost.push(`en ${code}`);
    }
  }
  expect(lost).toEqual([]);
});

test('finds a zone while its data could not be fetched', () => {
  const alone = zoneSearch(zones, 'en');
  alone.prepare(() => false);
  expect(alone.search('london', winter)[0]?.value).toBe('Europe/London');
  expect(alone.search('india', winter)[0]?.value).toBe('Asia/Kolkata');
});

test('finds the same again, whatever was looked for before', () => {
  const ask = () => search('san').map((zone) => zone.value);
  const once = ask();
  search('+3');
  expect(ask()).toEqual(once);
  expect(
    searchIn('en')
      .search('san', winter)
      .map((zone) => zone.value),
  ).toEqual(once);
});
