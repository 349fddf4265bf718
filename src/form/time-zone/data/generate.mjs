/**
 * Cuts what the time zone picker knows beyond `Intl` out of published packages, into the files beside
 * this one. Run it after a release of CLDR: `npm run zone-data`. The packages are large, so they are
 * fetched for this run only.
 *
 * - `zones.json`: per zone its identifiers (the current one of IANA first); per metazone its zones,
 *   the one that stands for it first; the alpha-3 codes of countries
 * - `names/<language>.json`: the example city of each zone in the order of `zones.json`, empty where
 *   it is that of the identifier; the names and abbreviations of times, by metazone or zone
 * - `cities.json`: per zone its large cities and their people in thousands; the regions (states,
 *   provinces) that keep its time; its example city in the language of the country
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const packages = [
  'cldr-core@48.2.0',
  'cldr-bcp47@48.2.0',
  'cldr-dates-full@48.2.0',
  // Its cities are those of Natural Earth.
  'city-timezones@1.3.4',
];
const languages = ['ar', 'de', 'en', 'es', 'fr', 'he', 'hi', 'ja', 'pt-BR', 'zh-Hans'];
/** English is abbreviated in its own way in each of these. */
const englishOf = ['US', 'CA', 'GB', 'IE', 'AU', 'NZ', 'IN', 'ZA', 'HK', 'SG', 'MY', 'GU', 'AE'];
/** The smallest city that is listed. */
const people = 100_000;

const folder = mkdtempSync(join(tmpdir(), 'zone-data-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const install = ['install', '--prefix', folder, '--no-save', '--ignore-scripts', ...packages];
execFileSync('npm', install, { stdio: 'inherit' });

const read = (/** @type {string} */ path) =>
  JSON.parse(readFileSync(join(folder, 'node_modules', path), 'utf8'));

/** Writes one entry a line, so that the next release's difference can be read. */
function write(/** @type {string} */ name, /** @type {Record<string, object>} */ parts) {
  const lines = Object.entries(parts).map(([part, value]) => {
    const [open, close] = Array.isArray(value) ? '[]' : '{}';
    const entries = Object.entries(value).map(
      ([key, entry]) =>
        (Array.isArray(value) ? '' : `${JSON.stringify(key)}:`) + JSON.stringify(entry),
    );
    return `${JSON.stringify(part)}:${open}\n${entries.join(',\n')}\n${close}`;
  });
  writeFileSync(new URL(name, import.meta.url), `{\n${lines.join(',\n')}\n}\n`);
}

// The zones of CLDR under all their names.
const keys = Object.entries(read('cldr-bcp47/bcp47/timezone.json').keyword.u.tz);
/** The identifier that CLDR uses, and all of the same zone, that of IANA first. */
const zones = keys
  .filter(([key, tz]) => key.length > 3 && !key.startsWith('utc') && tz._alias && !tz._deprecated)
  .map(([, tz]) => {
    const aliases = tz._alias.split(' ');
    const first = tz._iana ?? aliases[0];
    return { cldr: aliases[0], names: [...new Set([first, ...aliases])] };
  })
  .filter(({ names }) => names[0].includes('/'))
  .sort((one, other) => (one.names[0] < other.names[0] ? -1 : 1));
const currentNames = new Map(zones.flatMap(({ names }) => names.map((name) => [name, names[0]])));

/** A leaf of a tree that has a level for each part of an identifier. */
const leaf = (/** @type {any} */ tree, /** @type {string} */ zone) =>
  zone.split('/').reduce((node, part) => node?.[part], tree);

const meta = read('cldr-core/supplemental/metaZones.json').supplemental.metaZones;
const golden = new Map(
  meta.metazones
    .filter((/** @type {any} */ { mapZone }) => mapZone._territory === '001')
    .map((/** @type {any} */ { mapZone }) => [mapZone._other, currentNames.get(mapZone._type)]),
);
/** @type {Record<string, string[]>} */
const metazones = {};
for (const { cldr, names } of zones) {
  const uses = leaf(meta.metazoneInfo.timezone, cldr)?.at(-1)?.usesMetazone;
  if (uses && !uses._to) (metazones[uses._mzone] ??= []).push(names[0]);
}
for (const [metazone, members] of Object.entries(metazones)) {
  const first = golden.get(metazone);
  members.sort((one, other) => Number(other === first) - Number(one === first));
}

const codes = read('cldr-core/supplemental/codeMappings.json').supplemental.codeMappings;
const countries = Object.entries(codes)
  .filter(([code, { _alpha3 }]) => /^(?!X)[A-Z]{2}$/.test(code) && _alpha3)
  .map(([code, { _alpha3 }]) => [code, _alpha3]);
write('zones.json', {
  zones: zones.map(({ names }) => names.join(' ')),
  metazones: Object.fromEntries(
    Object.entries(metazones)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([metazone, members]) => [metazone, members.join(' ')]),
  ),
  countries: Object.fromEntries(countries),
});

const timeNames = (/** @type {string} */ language) =>
  read(`cldr-dates-full/main/${language}/timeZoneNames.json`).main[language].dates.timeZoneNames;
/** The last part of an identifier, as a city. */
const plainCity = (/** @type {string} */ zone) =>
  (zone.split('/').at(-1) ?? '').replaceAll('_', ' ');

/** Names of times, long or short, by metazone or zone. */
function timesOf(/** @type {any} */ data, /** @type {'long' | 'short'} */ width) {
  /** @type {Record<string, string[]>} */
  const times = {};
  const add = (/** @type {string} */ key, /** @type {any} */ node) => {
    const names = Object.values(node?.[width] ?? {}).filter((name) => /\p{L}/u.test(name));
    if (names.length > 0) times[key] = [...new Set([...(times[key] ?? []), ...names])];
  };
  for (const metazone of Object.keys(metazones)) add(metazone, data.metazone?.[metazone]);
  for (const { cldr, names } of zones) add(names[0], leaf(data.zone, cldr));
  return times;
}

const places = (/** @type {string} */ language) => {
  const data = timeNames(language);
  return zones.map(({ cldr, names }) => {
    const city = leaf(data.zone, cldr)?.exemplarCity ?? plainCity(cldr);
    return city === plainCity(names[0]) ? '' : city;
  });
};

for (const language of languages) {
  const [cldr] = { 'pt-BR': ['pt'], 'zh-Hans': ['zh'] }[language] ?? [language];
  write(`names/${language}.json`, {
    cities: places(cldr),
    times: timesOf(timeNames(cldr), 'long'),
    abbreviations: timesOf(timeNames(cldr), 'short'),
  });
}

/** @type {Record<string, string[]>} */
const abbreviations = {};
for (const region of englishOf) {
  const language = region === 'US' ? 'en' : `en-${region}`;
  if (!existsSync(join(folder, 'node_modules/cldr-dates-full/main', language))) continue;
  for (const [key, names] of Object.entries(timesOf(timeNames(language), 'short'))) {
    abbreviations[key] = [...new Set([...(abbreviations[key] ?? []), ...names])];
  }
}

// A country's first language, as the likely one of its code.
const likely = read('cldr-core/supplemental/likelySubtags.json').supplemental.likelySubtags;
const localNames = new Map();
const local = zones.map(({ cldr, names }, index) => {
  const key = keys.find(([, tz]) => tz._alias?.split(' ')[0] === cldr)?.[0] ?? '';
  const language = likely[`und-${key.slice(0, 2).toUpperCase()}`]?.split('-')[0] ?? 'en';
  if (!existsSync(join(folder, 'node_modules/cldr-dates-full/main', language))) return '';
  if (!localNames.has(language)) localNames.set(language, places(language));
  const city = localNames.get(language)[index];
  return city === plainCity(names[0]) ? '' : city;
});

/** @type {Map<string, Map<string, number>>} */
const cities = new Map();
/** @type {Map<string, Map<string, number>>} */
const regions = new Map();
/** @type {Map<string, number>} */
const total = new Map();
const count = (/** @type {any} */ counts, /** @type {string} */ zone, name = '', many = 0) => {
  if (!counts.has(zone)) counts.set(zone, new Map());
  counts.get(zone).set(name, (counts.get(zone).get(name) ?? 0) + many);
};
/** `Washington, D.C.` is a city for people, and `Tel Aviv-Yafo` two. */
const cityName = (/** @type {string} */ name) =>
  name
    .replace(/, D\.C\.$/, '')
    .replace(/-Yafo$/, '')
    .replace(/^Ft\./, 'Fort')
    .replace(/^El Giza$/, 'Giza');
for (const { city, city_ascii: ascii, pop, province, timezone } of read(
  'city-timezones/data/cityMap.json',
)) {
  const zone = currentNames.get(timezone);
  if (!zone || !pop) continue;
  const thousands = Math.round(pop / 1000);
  total.set(zone, (total.get(zone) ?? 0) + thousands);
  if (province) count(regions, zone, province, thousands);
  if (pop < people) continue;
  for (const name of new Set([cityName(city), cityName(ascii)]))
    count(cities, zone, name, thousands);
}
/** `Seattle 3074|Portland 1340`, the largest first. */
const listed = (
  /** @type {Map<string, Map<string, number>>} */ counts,
  /** @type {(name: string, zone: string) => boolean} */ wanted,
) =>
  zones.map(({ names: [zone] }) =>
    [...(counts.get(zone) ?? [])]
      .filter(([name]) => wanted(name, zone))
      .sort(([one, more], [other, less]) => less - more || (one < other ? -1 : 1))
      .map(([name, many]) => `${name} ${many}`)
      .join('|'),
  );
write('cities.json', {
  people: zones.map(({ names: [zone] }) => total.get(zone) ?? 0),
  cities: listed(cities, (name, zone) => name !== plainCity(zone)),
  // A city that is a region of its own is found as a city.
  regions: listed(regions, (name, zone) => !cities.get(zone)?.has(name)),
  local,
  abbreviations,
});
