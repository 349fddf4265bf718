import { isLocale } from '../../contract/rules.ts';
import { fold, standing } from '../search-text.ts';
import { languageName, translatedName } from './language-name.ts';

export interface Language {
  readonly value: string;
  /** Its own name, or what it is called in the person's language. */
  readonly name: string;
  /** The name in the person's language, where that is another one. */
  readonly translated: string;
  /** The English name, by which many look for a language whatever theirs is. */
  readonly english: string;
}

/** Languages with their names in `locale`; asking Intl for a name costs, so each is asked once. */
export function languageNames(locale: string): (tag: string) => Language {
  const known = new Map<string, Language>();
  return (tag) => {
    const language = known.get(tag) ?? {
      value: tag,
      name: languageName(tag, locale),
      translated: isLocale(tag) ? translatedName(tag, locale) : '',
      english: isLocale(tag) ? translatedName(tag, 'en') : '',
    };
    known.set(tag, language);
    return language;
  };
}

/** A choice that Intl has no names for. */
export const plainLanguage = (value: string, name: string): Language => ({
  value,
  name,
  translated: '',
  english: '',
});

/** The tag that was typed, if it is one: `kok-Latn-IN`. Words such as "german" may be tags too. */
function typedTag(query: string): string | undefined {
  const text = query.trim();
  if (text === '' || !isLocale(text)) return undefined;
  return Intl.getCanonicalLocales(text)[0];
}

/**
 * Finds languages by own name, translated name or tag, best first. A well-formed tag that is not
 * listed can be chosen as it is.
 */
export function searchLanguages(languages: readonly Language[], query: string): Language[] {
  const words = fold(query).split(' ').filter(Boolean);
  const hits: { language: Language; rank: number }[] = [];
  for (const language of languages) {
    const { name, translated, english, value } = language;
    const texts = [name, translated, english, value].map(fold);
    const ranks = words.map((word) => Math.min(...texts.map((text) => standing(text, word) ?? 9)));
    const rank = Math.max(0, ...ranks);
    if (rank < 9) hits.push({ language, rank });
  }
  hits.sort((one, other) => one.rank - other.rank);
  const found = hits.map(({ language }) => language);
  const tag = typedTag(query);
  const listed = languages.some(({ value }) => value === tag);
  const likely = tag !== undefined && (new Intl.Locale(tag).language.length < 4 || !found.length);
  return likely && !listed ? [...found, plainLanguage(tag, tag)] : found;
}
