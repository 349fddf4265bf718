import { languages, type Language } from './catalogue.ts';

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'ur', 'yi']);

export interface LocaleChoice {
  /** Whose messages are shown. */
  readonly language: Language;
  /** What `Intl` formats with: the wanted tag when its language is shown, else the language. */
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
}

/** The first of the wanted BCP 47 tags (best first) whose language we have, else English. */
export function chooseLocale(wanted: readonly (string | undefined)[]): LocaleChoice {
  for (const tag of wanted) {
    const locale = parseLocale(tag);
    const language = languages.find((known) => known === locale?.language);
    if (locale && language) return { language, locale: locale.baseName, dir: direction(language) };
  }
  return { language: 'en', locale: 'en', dir: 'ltr' };
}

export const direction = (language: string): 'ltr' | 'rtl' =>
  rightToLeft.has(language) ? 'rtl' : 'ltr';

function parseLocale(tag: string | undefined): Intl.Locale | undefined {
  if (!tag) return undefined;
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}
