import en from './messages/en.ts';

/** Every message of the catalogue. Built modules hold parsed messages, their keys are the same. */
export type Messages = Readonly<Record<keyof typeof en, unknown>>;
export type MessageId = keyof typeof en;

/** The languages whose catalogue is complete; English is part of the first load. */
const catalogues = {
  en: () => Promise.resolve<Messages>(en),
  ar: () => import('./messages/ar.ts').then((module): Messages => module.default),
} as const;

export type Language = keyof typeof catalogues;
export const languages = Object.keys(catalogues) as Language[];

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

/** Loads a language's messages, English at once. */
export const loadMessages = (language: Language): Promise<Messages> => catalogues[language]();
