import { pageLanguages, type PageLanguage } from '../../contract/languages.ts';
import type { ZoneData, ZoneNames } from './zone-terms.ts';

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
