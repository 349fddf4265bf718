/** What the page can be read in, by BCP 47 tag; the first is what it falls back to. */
export const pageLanguages = [
  'en',
  'de',
  'fr',
  'es',
  'pt-BR',
  'ja',
  'zh-Hans',
  'hi',
  'ar',
  'he',
] as const;

export type PageLanguage = (typeof pageLanguages)[number];

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'he']);

export const direction = (language: string): 'ltr' | 'rtl' =>
  rightToLeft.has(language) ? 'rtl' : 'ltr';

/** The language of a tag (`ar-EG` of `ar-EG-u-nu-latn`), and the extensions behind it (BCP 47, § 2.2.6). */
export function splitTag(tag: string): { language: string; extensions: string } {
  const end = tag.search(/-[a-z\d]-/i);
  if (end < 0) return { language: tag, extensions: '' };
  return { language: tag.slice(0, end), extensions: tag.slice(end + 1) };
}

/** A language tag taken apart, or undefined for what is none. */
export function parseLocale(tag: string | undefined): Intl.Locale | undefined {
  if (!tag) return undefined;
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}

/**
 * The page's language for somebody who reads `locale`: the same one, in the same script. Regions have
 * none of their own: `pt-PT` reads `pt-BR`, but `zh-TW`, whose script is another, not `zh-Hans`.
 */
export function pageLanguageOf(locale: Intl.Locale): PageLanguage | undefined {
  const known = pageLanguages.find((language) => language.split('-')[0] === locale.language);
  // Which script a tag means is dear to ask, and English has but one.
  if (known === undefined || known === 'en') return known;
  const [one, other] = [locale, new Intl.Locale(known)].map((each) => each.maximize().script);
  return one === other ? known : undefined;
}
