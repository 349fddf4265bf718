import {
  direction,
  pageLanguageOf,
  parseLocale,
  type PageLanguage,
} from '../../contract/languages.ts';
import ar from './words/ar.json';
import de from './words/de.json';
import type en from './words/en.json';
import es from './words/es.json';
import fr from './words/fr.json';
import he from './words/he.json';
import hi from './words/hi.json';
import ja from './words/ja.json';
import ptBR from './words/pt-BR.json';
import zhHans from './words/zh-Hans.json';

/** All that a host's page itself ever says to a person. */
type Words = typeof en;

export interface Reading {
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  readonly words: Words;
}

const byLanguage: Readonly<Record<Exclude<PageLanguage, 'en'>, Words>> = {
  de,
  fr,
  es,
  'pt-BR': ptBR,
  ja,
  'zh-Hans': zhHans,
  hi,
  ar,
  he,
};

/**
 * The words of the first of the wanted BCP 47 tags (best first) that there are words in; nothing when
 * that is English, or none.
 */
export function translatedWords(wanted: readonly string[]): Reading | undefined {
  for (const tag of wanted) {
    const locale = parseLocale(tag);
    const language = locale && pageLanguageOf(locale);
    if (language === 'en') return undefined;
    if (language) return { language, dir: direction(language), words: byLanguage[language] };
  }
  return undefined;
}
