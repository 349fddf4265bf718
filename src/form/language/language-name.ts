import { isLocale } from '../../contract/rules.ts';

/** The name of a language in a language (`العربية`, `English (United Kingdom)`), if Intl has one. */
function nameIn(tag: string, locale: string): string | undefined {
  try {
    const names = new Intl.DisplayNames([locale], {
      type: 'language',
      languageDisplay: 'standard',
      fallback: 'none',
    });
    const known = names.resolvedOptions().locale.split('-')[0] === locale.split('-')[0];
    const name = known ? names.of(tag) : undefined;
    return name && (name[0] ?? '').toLocaleUpperCase(locale) + name.slice(1);
  } catch {
    return undefined;
  }
}

/**
 * A language as its speakers call it, else as `locale` calls it, else its tag. What is no language
 * tag is shown as it is stored.
 */
export function languageName(tag: string, locale: string): string {
  return isLocale(tag) ? (nameIn(tag, tag) ?? nameIn(tag, locale) ?? tag) : tag;
}

/** A language as `locale` calls it, else its tag. */
export const translatedName = (tag: string, locale: string): string =>
  nameIn(tag, locale) ?? nameIn(tag, 'en') ?? tag;
