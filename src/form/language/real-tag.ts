import { isLocale } from '../../contract/rules.ts';
import { plainText } from '../search-text.ts';

const kinds = new Map<string, Intl.DisplayNames>();

/** What English calls a subtag, or undefined where it is none that the engine knows. */
function nameOf(type: 'language' | 'script' | 'region', subtag: string): string | undefined {
  const names = kinds.get(type) ?? new Intl.DisplayNames('en', { type, fallback: 'none' });
  kinds.set(type, names);
  try {
    return names.of(subtag);
  } catch {
    // Engines differ in which tags they take for the name of a language.
    return undefined;
  }
}

/** Variants such as `valencia`; Intl writes those that it does not know in capitals. */
const variantsOf = (locale: Intl.Locale): string[] =>
  locale.baseName.split('-').filter((part, at) => at > 0 && /^(?:\w{5,8}|\d\w{3})$/.test(part));

/**
 * The tag that was typed, in its canonical form and with its extensions: `KOK_latn-in` →
 * `kok-Latn-IN`. Undefined for words that only look like one: `german` is well-formed, but no
 * language, script, region or variant of that name is known.
 */
export function realTag(typed: string): string | undefined {
  const text = plainText(typed).trim().replaceAll('_', '-');
  if (!text || !isLocale(text)) return undefined;
  const [tag = text] = Intl.getCanonicalLocales(text);
  const locale = new Intl.Locale(tag);
  const { language, script, region } = locale;
  if (!nameOf('language', language)) return undefined;
  if (script && !nameOf('script', script)) return undefined;
  if (region && !nameOf('region', region)) return undefined;
  const isKnown = (variant: string) =>
    nameOf('language', `${language}-${variant}`)?.includes(variant.toUpperCase()) === false;
  return variantsOf(locale).every(isKnown) ? tag : undefined;
}

/**
 * Whether a text may be a tag that this engine does not know: subtags of languages with more than
 * three letters are reserved, none is registered.
 */
export const mayBeTag = (text: string): boolean =>
  isLocale(text) && new Intl.Locale(text).language.length <= 3;
