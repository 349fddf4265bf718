import { pageLanguages, type PageLanguage } from '../../contract/languages.ts';

/** What CLDR calls zones and their times in one language; see `data/generate.mjs`. */
export interface ZoneNames {
  /** In the order of the zones; empty where it is that of the identifier. */
  readonly cities: readonly string[];
  /** Long names by metazone or zone. */
  readonly times: Readonly<Record<string, readonly string[]>>;
  readonly abbreviations: Readonly<Record<string, readonly string[]>>;
}

/** What CLDR and the list of cities tell about zones; see `data/generate.mjs`. */
export interface ZoneData {
  readonly zones: readonly string[];
  readonly metazones: Readonly<Record<string, string>>;
  /** Alpha-3 codes by alpha-2 code. */
  readonly countries: Readonly<Record<string, string>>;
  readonly people: readonly number[];
  readonly cities: readonly string[];
  readonly regions: readonly string[];
  readonly local: readonly string[];
  /** Those of all kinds of English. */
  readonly abbreviations: Readonly<Record<string, readonly string[]>>;
  readonly names: Readonly<Partial<Record<PageLanguage, ZoneNames>>>;
}

type Load = () => Promise<{ default: ZoneNames }>;

const files = {
  en: () => import('./data/names/en.json'),
  de: () => import('./data/names/de.json'),
  fr: () => import('./data/names/fr.json'),
  es: () => import('./data/names/es.json'),
  'pt-BR': () => import('./data/names/pt-BR.json'),
  ja: () => import('./data/names/ja.json'),
  'zh-Hans': () => import('./data/names/zh-Hans.json'),
  hi: () => import('./data/names/hi.json'),
  ar: () => import('./data/names/ar.json'),
  he: () => import('./data/names/he.json'),
} satisfies Record<PageLanguage, Load>;

const loadZones = async () => (await import('./data/zones.json')).default;

/** What zones and their times are called in a language. */
export const loadNames = async (language: PageLanguage): Promise<ZoneNames> =>
  (await files[language]()).default;

/** Every zone under all its identifiers, the current one of IANA first, with spaces between them. */
export const loadZoneLines = async (): Promise<readonly string[]> => (await loadZones()).zones;

/** Everything by which zones are found, in all languages of the page. */
export async function loadZoneData(): Promise<ZoneData> {
  const [zones, cities, ...names] = await Promise.all([
    loadZones(),
    import('./data/cities.json'),
    ...pageLanguages.map(async (language) => [language, await loadNames(language)] as const),
  ]);
  return { ...zones, ...cities.default, names: Object.fromEntries(names) };
}
