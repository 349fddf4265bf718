import { expect, test } from 'vitest';
import tzdata from 'tzdata';
import { isTimeZone } from '../../contract/rules.ts';
import { sameZone } from './clock.ts';
import { zoneSearch } from './search-zones.ts';
import { allZones } from './zones.ts';

const winter = Date.UTC(2026, 0, 15, 12);
const zones = allZones();
const { search, find } = zoneSearch(zones, 'en');
const first = (query: string) => search(query, winter)[0];

/** Zones and links of the IANA database; `Factory` is no place and no engine knows it. */
const ianaNames = Object.keys((tzdata as { zones: object }).zones).filter(isTimeZone);

test('finds every zone and link of the database by its own name', () => {
  expect(ianaNames.length).toBeGreaterThan(590);
  const lost = ianaNames.filter((name) => !first(name)?.names.includes(name));
  expect(lost).toEqual([]);
});

test('finds every zone that the engine knows', () => {
  const lost = Intl.supportedValuesOf('timeZone').filter((name) => !find(name));
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

test.each([
  ['london', 'Europe/London'],
  ['São Paulo', 'America/Sao_Paulo'],
  ['sao', 'America/Sao_Paulo'],
  ['new york', 'America/New_York'],
  ['york new', 'America/New_York'],
  ['mumbai', 'Asia/Kolkata'],
  ['nepal', 'Asia/Kathmandu'],
  ['india', 'Asia/Kolkata'],
  ['PST', 'America/Los_Angeles'],
  ['us/pacific', 'America/Los_Angeles'],
  ['pacific time angeles', 'America/Los_Angeles'],
  ['+5:30', 'Asia/Colombo'],
  ['gmt+5:30 india', 'Asia/Kolkata'],
  ['gmt +5:45', 'Asia/Kathmandu'],
  ['+0545', 'Asia/Kathmandu'],
  ['Etc/GMT+5', 'Etc/GMT+5'],
  ['Detroit', 'America/Detroit'],
  ['Knox', 'America/Indiana/Knox'],
  ['Kiev', 'Europe/Kyiv'],
  ['utc', 'UTC'],
])('%s finds %s first', (query, zone) => {
  expect(first(query)?.value).toBe(zone);
});

test('says under which other name a zone was found', () => {
  expect(first('calc')).toMatchObject({ city: 'Kolkata', countryName: 'India', also: 'Calcutta' });
  expect(first('kolk')?.also).toBeUndefined();
});

test('finds exactly the zones at an offset', () => {
  const west = search('utc-8', winter).map((zone) => zone.value);
  expect(west).toContain('America/Los_Angeles');
  expect(west).toContain('Etc/GMT+8');
  expect(west).not.toContain('Asia/Shanghai');
  expect(west).not.toContain('America/Denver');
});

test('finds countries in the language of the person, and in English', () => {
  const arabic = zoneSearch(zones, 'ar');
  expect(arabic.search('الهند', winter)[0]?.value).toBe('Asia/Kolkata');
  expect(arabic.search('india', winter)[0]?.value).toBe('Asia/Kolkata');
  expect(arabic.search('+٥:٣٠', winter)[0]?.value).toBe('Asia/Colombo');
});
