import { plainDigits } from '../contract/digits.ts';

/** Letters that are one with others for whoever searches, and that no decomposition of Unicode joins. */
const sameLetters: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ə: 'e',
  // Keyboards for Arabic, Persian and Urdu have letters of their own for the same ones.
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
};
const sameLetter = new RegExp(`[${Object.keys(sameLetters).join('')}]`, 'g');

/** Accents, points of Hebrew and signs of Arabic; the vowels of Indian scripts are no such marks. */
const marks = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]/g;

const isPlain = /^[\w /-]*$/;

/** Text without what cannot be seen, in plain letters, digits and minus signs: still for reading. */
export const plainText = (text: string): string =>
  plainDigits(text.normalize('NFKC').replace(/\p{Cf}/gu, '')).replace(
    /[\u2010-\u2015\u2212]/g,
    '-',
  );

/**
 * Text as it is compared: without case, marks, punctuation and width, with plain digits, hyphens and
 * minus signs, and katakana as hiragana, which is what an input method shows first.
 */
export const fold = (text: string): string =>
  isPlain.test(text)
    ? text
        .toLowerCase()
        .replace(/[\s_/]+|(?<=[a-z])-(?=[a-z])/g, ' ')
        .trim()
    : spaced(
        plainText(text)
          .toLowerCase()
          .normalize('NFKD')
          .replace(marks, '')
          .replace(sameLetter, (letter) => sameLetters[letter] ?? letter)
          .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
          .replace(/['’‘ʻʼ`´.]/g, ''),
      );

/** Words with one space between them; what joins two words is a space too, a minus sign is not. */
const spaced = (text: string): string =>
  text.replace(/[\s_/,;()·&・]+|(?<=\p{L})-(?=\p{L})/gu, ' ').trim();

/**
 * How well `word` stands in a folded text: 0 it is the text, 1 the text begins with it, 2 a word of
 * the text does, 3 it stands inside a word, `undefined` not at all.
 */
export function standing(text: string, word: string): 0 | 1 | 2 | 3 | undefined {
  const at = text.indexOf(word);
  if (at < 0) return undefined;
  if (at === 0) return text.length === word.length ? 0 : 1;
  return text[at - 1] === ' ' || text.includes(` ${word}`) ? 2 : 3;
}
