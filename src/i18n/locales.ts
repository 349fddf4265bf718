import { direction, pageLanguageOf, parseLocale, splitTag } from '../contract/languages.ts';
import type { Language } from './catalogue.ts';

export interface LocaleChoice {
  /** Whose messages are shown. */
  readonly language: Language;
  /**
   * What `Intl` formats with: the wanted tag when its language is shown, else English. Its extensions
   * come along: digits (`-u-nu-`), calendar (`-u-ca-`) and hours (`-u-hc-`) are written as it says.
   */
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
}

/** The first of the wanted BCP 47 tags (best first) whose language we have, else English. */
export function chooseLocale(wanted: readonly (string | undefined)[]): LocaleChoice {
  for (const tag of wanted) {
    const locale = parseLocale(tag);
    if (!locale) continue;
    const language =
      splitTag(locale.toString()).language === 'en-XA' ? 'en-XA' : pageLanguageOf(locale);
    if (language) return { language, locale: locale.toString(), dir: direction(language) };
  }
  return { language: 'en', locale: 'en', dir: 'ltr' };
}
