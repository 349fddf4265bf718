import {
  direction,
  pageLanguageOf,
  parseLocale,
  type PageLanguage,
} from '../../contract/languages.ts';
import arabic from './words/ar.json' with { type: 'json' };
import english from './words/en.json' with { type: 'json' };
import french from './words/fr.json' with { type: 'json' };
import german from './words/de.json' with { type: 'json' };
import hebrew from './words/he.json' with { type: 'json' };
import hindi from './words/hi.json' with { type: 'json' };
import japanese from './words/ja.json' with { type: 'json' };
import portuguese from './words/pt-BR.json' with { type: 'json' };
import chinese from './words/zh-Hans.json' with { type: 'json' };
import spanish from './words/es.json' with { type: 'json' };

/** What the service's own pages say. */
export type Words = typeof english;

const catalogues: Readonly<Record<PageLanguage, Words>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  'pt-BR': portuguese,
  ja: japanese,
  'zh-Hans': chinese,
  hi: hindi,
  ar: arabic,
  he: hebrew,
};

export interface Reading {
  readonly language: PageLanguage;
  readonly dir: 'ltr' | 'rtl';
  readonly words: Words;
}

/** The first language of `Accept-Language` (RFC 9110, § 12.5.4) that we speak, else English. */
export function pickLanguage(header: string | undefined): Reading {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const q = Number(parameters.find((each) => each.startsWith('q='))?.slice(2) ?? '1');
      const locale = parseLocale(tag);
      return { language: locale && pageLanguageOf(locale), q };
    })
    .filter(({ language, q }) => q > 0 && language !== undefined)
    .sort((a, b) => b.q - a.q);
  const language = wanted[0]?.language ?? 'en';
  return { language, dir: direction(language), words: catalogues[language] };
}
