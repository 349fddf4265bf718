import type { Reading } from './translated-words.ts';
import english from './words/en.json';

const inEnglish: Reading = { language: 'en', dir: 'ltr', words: english };

/**
 * The words of the first language that there are words in, else English. Those of other languages
 * are fetched when somebody reads them; when they cannot be had, it is English as well.
 */
export async function wordsFor(locale: string | undefined): Promise<Reading> {
  const wanted = [locale, ...navigator.languages].filter((tag) => tag !== undefined);
  if (/^en\b/i.test(wanted[0] ?? 'en')) return inEnglish;
  try {
    const { translatedWords } = await import('./translated-words.ts');
    return translatedWords(wanted) ?? inEnglish;
  } catch {
    return inEnglish;
  }
}
