/** A letter, a digit, a picture or a flag; marks, punctuation and fillers stand for nobody. */
const telling =
  /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

/** A sign that joins a consonant to the next one; older engines part them. */
const joined = /[\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d]\u200d?$/u;

/** Near enough to a character as people see it, where the engine cannot tell. */
const roughly =
  /\p{Regional_Indicator}{2}|\P{M}(?:[\p{M}\p{Emoji_Modifier}\u{e0020}-\u{e007f}]|\u200d\P{M})*/gu;

let segmenter: Intl.Segmenter | undefined;

/** The characters of a word as people see them (UAX #29). */
function characters(word: string): string[] {
  // Making a segmenter costs, and most names need none.
  if (/^[\w.-]*$/.test(word)) return word.split('');
  if (typeof Intl.Segmenter === 'undefined') return word.match(roughly) ?? [];
  segmenter ??= new Intl.Segmenter('und');
  return Array.from(segmenter.segment(word), ({ segment }) => segment);
}

function initialOf(word: string): string {
  const all = characters(word);
  const start = all.findIndex((character) => telling.test(character));
  if (start < 0) return '';
  let end = start;
  while (joined.test(all[end] ?? '') && end + 1 < all.length) end += 1;
  return all
    .slice(start, end + 1)
    .join('')
    .toLocaleUpperCase();
}

/** The first characters of the first and the last word of a name, whatever its script. */
export function initials(name: string): string {
  const found = name.split(/\s+/u).map(initialOf).filter(Boolean);
  return (found.length > 1 ? [found[0], found.at(-1)] : found).join('');
}
