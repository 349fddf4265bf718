import { expect, test } from 'vitest';
import tzdata from 'tzdata';
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

const expected: Readonly<Record<string, readonly (readonly [query: string, zone: string])[]>> = {
  en: [
    ['london', 'Europe/London'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['sao', 'America/Sao_Paulo'],
    ['new york', 'America/New_York'],
    ['york new', 'America/New_York'],
    ['NYC', 'America/New_York'],
    ['mumbai', 'Asia/Kolkata'],
    ['nepal', 'Asia/Kathmandu'],
    ['india', 'Asia/Kolkata'],
    ['PST', 'America/Los_Angeles'],
    ['us/pacific', 'America/Los_Angeles'],
    ['pacific time angeles', 'America/Los_Angeles'],
    ['Detroit', 'America/Detroit'],
    ['Knox', 'America/Indiana/Knox'],
    ['Kiev', 'Europe/Kyiv'],
    ['utc', 'UTC'],
    ['Z', 'UTC'],
    ['Zulu', 'UTC'],
    ['GMT', 'UTC'],
    // Countries
    ['USA', 'America/New_York'],
    ['US', 'America/New_York'],
    ['U.S.', 'America/New_York'],
    ['United States of America', 'America/New_York'],
    ['UK', 'Europe/London'],
    ['Great Britain', 'Europe/London'],
    ['England', 'Europe/London'],
    ['UAE', 'Asia/Dubai'],
    ['KSA', 'Asia/Riyadh'],
    ['DRC', 'Africa/Kinshasa'],
    ['PRC', 'Asia/Shanghai'],
    ['DE', 'Europe/Berlin'],
    ['IND', 'Asia/Kolkata'],
    ['Holland', 'Europe/Amsterdam'],
    ['Czech Republic', 'Europe/Prague'],
    ['Turkey', 'Europe/Istanbul'],
    ['TURKİYE', 'Europe/Istanbul'],
    ['türkıye', 'Europe/Istanbul'],
    ['Ivory Coast', 'Africa/Abidjan'],
    ['australia', 'Australia/Sydney'],
    ['russia', 'Europe/Moscow'],
    ['Alemania', 'Europe/Berlin'],
    ['日本', 'Asia/Tokyo'],
    ['Suomi', 'Europe/Helsinki'],
    ['georgia', 'Asia/Tbilisi'],
    // Names of times
    ['Eastern Standard Time', 'America/New_York'],
    ['eastern time', 'America/New_York'],
    ['EST', 'America/New_York'],
    ['EDT', 'America/New_York'],
    ['ET', 'America/New_York'],
    ['PT', 'America/Los_Angeles'],
    ['pdt', 'America/Los_Angeles'],
    ['CST', 'America/Chicago'],
    ['MST', 'America/Denver'],
    ['CEST', 'Europe/Paris'],
    ['BST', 'Europe/London'],
    ['IST', 'Asia/Kolkata'],
    ['JST', 'Asia/Tokyo'],
    ['AEST', 'Australia/Sydney'],
    ['British Summer Time', 'Europe/London'],
    ['Pacific Standard Time', 'America/Los_Angeles'],
    ['India Standard Time', 'Asia/Kolkata'],
    ['hora del Pacífico', 'America/Los_Angeles'],
    // Cities that are no zones, and regions
    ['Seattle', 'America/Los_Angeles'],
    ['san francisco', 'America/Los_Angeles'],
    ['SF', 'America/Los_Angeles'],
    ['Munich', 'Europe/Berlin'],
    ['München', 'Europe/Berlin'],
    ['muenchen', 'Europe/Berlin'],
    ['Zürich', 'Europe/Zurich'],
    ['Shenzhen', 'Asia/Shanghai'],
    ['Washington', 'America/New_York'],
    ['Washington DC', 'America/New_York'],
    ['Boston', 'America/New_York'],
    ['Barcelona', 'Europe/Madrid'],
    ['barc', 'Europe/Madrid'],
    ['Milan', 'Europe/Rome'],
    ['Osaka', 'Asia/Tokyo'],
    ['Saint Petersburg', 'Europe/Moscow'],
    ['St. Petersburg', 'Europe/Moscow'],
    ['st petersburg', 'Europe/Moscow'],
    ['Saint Louis', 'America/Chicago'],
    ['Tel Aviv', 'Asia/Jerusalem'],
    ['tel-aviv', 'Asia/Jerusalem'],
    ['Xi’an', 'Asia/Shanghai'],
    ['California', 'America/Los_Angeles'],
    ['Texas', 'America/Chicago'],
    ['Bavaria', 'Europe/Berlin'],
    ['Hawaii', 'Pacific/Honolulu'],
    ['seattle usa', 'America/Los_Angeles'],
    ['Dallas, Texas', 'America/Chicago'],
    // Other languages
    ['Londres', 'Europe/London'],
    ['東京', 'Asia/Tokyo'],
    ['القاهرة', 'Africa/Cairo'],
    ['القاهره', 'Africa/Cairo'],
    ['Москва', 'Europe/Moscow'],
    ['서울', 'Asia/Seoul'],
    ['मुंबई', 'Asia/Kolkata'],
    ['תל אביב', 'Asia/Jerusalem'],
    // Ways of writing
    ['ｔｏｋｙｏ', 'Asia/Tokyo'],
    ['İSTANBUL', 'Europe/Istanbul'],
    ['ıstanbul', 'Europe/Istanbul'],
    ['\u200FParis\u200E', 'Europe/Paris'],
    ['America/New York', 'America/New_York'],
    ['los_angeles', 'America/Los_Angeles'],
    ['port au prince', 'America/Port-au-Prince'],
    ['st johns', 'America/St_Johns'],
    ['ndjamena', 'Africa/Ndjamena'],
    // Offsets
    ['UTC+5.5', 'Asia/Kolkata'],
    ['+5:30', 'Asia/Kolkata'],
    ['+0530', 'Asia/Kolkata'],
    ['0530', 'Asia/Kolkata'],
    ['GMT+5.5', 'Asia/Kolkata'],
    ['5:30', 'Asia/Kolkata'],
    ['+05.5', 'Asia/Kolkata'],
    ['utc 5,5', 'Asia/Kolkata'],
    ['+٥:٣٠', 'Asia/Kolkata'],
    ['+५:३०', 'Asia/Kolkata'],
    ['+۵:۳۰', 'Asia/Kolkata'],
    ['＋５：３０', 'Asia/Kolkata'],
    ['(UTC+05:30)', 'Asia/Kolkata'],
    ['gmt+5:30 sri lanka', 'Asia/Colombo'],
    ['gmt +5:45', 'Asia/Kathmandu'],
    ['+0545', 'Asia/Kathmandu'],
    ['5.75', 'Asia/Kathmandu'],
    ['−3', 'America/Sao_Paulo'],
    ['UTC-03', 'America/Sao_Paulo'],
    ['-3:30', 'America/St_Johns'],
    ['UTC+0', 'Europe/London'],
    ['Etc/GMT+5', 'Etc/GMT+5'],
    ['Etc/GMT-5', 'Etc/GMT-5'],
  ],
  de: [
    ['Kairo', 'Africa/Cairo'],
    ['Wien', 'Europe/Vienna'],
    ['Mailand', 'Europe/Rome'],
    ['Vereinigte Staaten', 'America/New_York'],
    ['Mitteleuropäische Sommerzeit', 'Europe/Paris'],
    ['MEZ', 'Europe/Paris'],
    ['PT', 'Europe/Lisbon'],
    ['ET', 'Africa/Addis_Ababa'],
    ['Eastern Standard Time', 'America/New_York'],
  ],
  es: [
    ['Londres', 'Europe/London'],
    ['hora del Pacífico', 'America/Los_Angeles'],
    ['Nueva York', 'America/New_York'],
    ['Estados Unidos', 'America/New_York'],
    ['Pekín', 'Asia/Shanghai'],
  ],
  fr: [
    ['Londres', 'Europe/London'],
    ['Genève', 'Europe/Zurich'],
    ['Moscou', 'Europe/Moscow'],
    ['heure de l’Est', 'America/New_York'],
    ["heure de l'est nord-américain", 'America/New_York'],
    ['Allemagne', 'Europe/Berlin'],
  ],
  'pt-BR': [
    ['Nova York', 'America/New_York'],
    ['Londres', 'Europe/London'],
    ['Horário de Brasília', 'America/Sao_Paulo'],
    ['Moscou', 'Europe/Moscow'],
  ],
  ja: [
    ['東京', 'Asia/Tokyo'],
    ['ロンドン', 'Europe/London'],
    ['ろんどん', 'Europe/London'],
    ['ﾛﾝﾄﾞﾝ', 'Europe/London'],
    ['日本標準時', 'Asia/Tokyo'],
    ['アメリカ', 'America/New_York'],
    ['大阪', 'Asia/Tokyo'],
  ],
  'zh-Hans': [
    ['上海', 'Asia/Shanghai'],
    ['北京', 'Asia/Shanghai'],
    ['纽约', 'America/New_York'],
    ['美国', 'America/New_York'],
    ['北京时间', 'Asia/Shanghai'],
  ],
  hi: [
    ['दिल्ली', 'Asia/Kolkata'],
    ['लंदन', 'Europe/London'],
    ['भारत', 'Asia/Kolkata'],
    ['IST', 'Asia/Kolkata'],
  ],
  ar: [
    ['القاهرة', 'Africa/Cairo'],
    ['الهند', 'Asia/Kolkata'],
    ['india', 'Asia/Kolkata'],
    ['+٥:٣٠', 'Asia/Kolkata'],
    ['+٥٫٥', 'Asia/Kolkata'],
    ['لندن', 'Europe/London'],
    ['توقيت المحيط الهادي', 'America/Los_Angeles'],
  ],
  he: [
    ['ירושלים', 'Asia/Jerusalem'],
    ['לונדון', 'Europe/London'],
    ['ארצות הברית', 'America/New_York'],
    ['ניו יורק', 'America/New_York'],
  ],
};

test.each(
  Object.entries(expected).flatMap(([locale, pairs]) => pairs.map((pair) => [locale, ...pair])),
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
