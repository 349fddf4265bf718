import { splitTag } from '../../contract/languages.ts';
import { isLocale } from '../../contract/rules.ts';

const namesOf = (locale: string) =>
  new Intl.DisplayNames([locale], {
    type: 'language',
    languageDisplay: 'standard',
    fallback: 'none',
  });

/**
 * `العربية`, `English (United Kingdom)`; undefined when Intl has no name or not in that language. It
 * names languages, not ways to write numbers and dates: such extensions follow the name as they are.
 */
function nameFrom(names: Intl.DisplayNames, tag: string, locale: string): string | undefined {
  const { locale: known } = names.resolvedOptions();
  if (known.split('-')[0] !== locale.split('-')[0]?.toLowerCase()) return undefined;
  const { language, extensions } = splitTag(tag);
  const name = nameOf(names, language);
  const named = name && (name[0] ?? '').toLocaleUpperCase(locale) + name.slice(1);
  return named && extensions ? `${named} (${extensions})` : named;
}

/** Engines differ in which tags they take for the name of a language; all others have no name. */
function nameOf(names: Intl.DisplayNames, language: string): string | undefined {
  try {
    return names.of(language);
  } catch {
    return undefined;
  }
}

/** The names in one language are asked for again and again; each language's own name once. */
const kept = new Map<string, Intl.DisplayNames>();

function nameIn(tag: string, locale: string): string | undefined {
  const names = kept.get(locale) ?? namesOf(locale);
  kept.set(locale, names);
  return nameFrom(names, tag, locale);
}

/** A language as `locale` calls it, else as English does, else its tag. */
export const translatedName = (tag: string, locale: string): string =>
  nameIn(tag, locale) ?? nameIn(tag, 'en') ?? tag;

/**
 * A language as its speakers call it, else as `locale` does. What is no language tag is shown as it
 * is stored.
 */
export const languageName = (tag: string, locale: string): string =>
  isLocale(tag) ? (nameFrom(namesOf(tag), tag, tag) ?? translatedName(tag, locale)) : tag;
