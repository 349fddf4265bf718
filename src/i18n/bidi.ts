/** Where a run of text begins that takes its direction from itself, and where it ends (UAX #9). */
const isolate = '\u2068';
const endOfIsolate = '\u2069';

/** The blocks of scripts written from right to left. */
const rightToLeft =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const marks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * A text without what would end an isolate around it, and with the end of each that it begins.
 * Embeddings and overrides need none: they end with the isolate. Browsers make isolates of `bdi`
 * and `dir` by these same characters.
 */
export function balanced(text: string): string {
  if (!marks.test(text)) return text;
  let open = 0;
  let kept = '';
  for (const character of text) {
    if (character === endOfIsolate && open === 0) continue;
    if (character === endOfIsolate) open -= 1;
    else if (/[\u2066-\u2068]/u.test(character)) open += 1;
    kept += character;
  }
  return kept + endOfIsolate.repeat(open);
}

/** Whether a text keeps its order, and that of what surrounds it, without being isolated. */
function isHarmless(text: string, dir: 'ltr' | 'rtl'): boolean {
  if (marks.test(text)) return false;
  if (dir === 'ltr') return !rightToLeft.test(text);
  // All in the direction of the sentence, or one run of letters in the other.
  return rightToLeft.test(text)
    ? !/\p{L}/u.test(text.replace(new RegExp(rightToLeft, 'gu'), ''))
    : /^\p{L}[\p{L}\p{M}\d ]*$/u.test(text);
}

/** A text to be put into a sentence of direction `dir`: neither can put the other out of order. */
export const isolated = (text: string, dir: 'ltr' | 'rtl'): string =>
  text === '' || isHarmless(text, dir) ? text : isolate + balanced(text) + endOfIsolate;
