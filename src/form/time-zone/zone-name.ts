import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { pageLanguageOf, type PageLanguage } from '../../contract/languages.ts';
import { isTimeZone } from '../../contract/rules.ts';
import { useIntl } from '../../i18n/intl.tsx';
import { whenIdle } from '../../ui/when-idle.ts';
import { cityOf, fixedHours, placeOf } from './city-of.ts';
import { offsetText } from './clock.ts';

const languages = new Map<string, PageLanguage>();

/** The language whose names are shown to a reader of `locale`. */
export function namesLanguage(locale: string): PageLanguage {
  const language = languages.get(locale) ?? pageLanguageOf(new Intl.Locale(locale)) ?? 'en';
  languages.set(locale, language);
  return language;
}

/** Cities by every identifier of their zone, in the languages that are here. */
const cities = new Map<PageLanguage, ReadonlyMap<string, string>>();
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Fetches the cities of zones in the language of `locale`, and names them so from then on. */
export async function loadCities(locale: string): Promise<void> {
  const language = namesLanguage(locale);
  if (cities.has(language)) return;
  const { loadNames, loadZoneLines } = await import('./zone-data.ts');
  const [lines, names] = await Promise.all([loadZoneLines(), loadNames(language)]);
  const named = lines.flatMap((line, index) => {
    const ids = line.split(' ');
    const city = names.cities[index] || placeOf(ids[0] ?? '');
    return ids.map((id) => [id, city] as const);
  });
  cities.set(language, new Map(named));
  for (const listener of listeners) listener();
}

/** A zone's name for a reader of `locale`, in English until the names in that language are here. */
export function zoneName(
  zone: string,
  locale: string,
  english: (zone: string) => string = cityOf,
): string {
  // How many hours a zone without a place is ahead is all that there is to its name.
  if (fixedHours(zone) && isTimeZone(zone)) return offsetText(locale, zone, 0);
  return cities.get(namesLanguage(locale))?.get(zone) ?? english(zone);
}

/**
 * Names zones in the person's language. The names are fetched when the page is at rest: until then a
 * zone has its English name, in the same line.
 */
export function useZoneName(): (zone: string) => string {
  const { locale } = useIntl();
  const known = useSyncExternalStore(subscribe, () => cities.get(namesLanguage(locale)));
  useEffect(() => {
    // Without them zones keep their English names.
    if (!known) whenIdle(() => void loadCities(locale).catch(() => undefined));
  }, [known, locale]);
  return useCallback((zone) => known?.get(zone) ?? zoneName(zone, locale), [known, locale]);
}
