/** Text as it is compared: without case and marks, with plain spaces, digits and minus signs. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[−–]/g, '-')
    .replace(/[\s_/,()·]+/gu, ' ')
    .trim();

/**
 * How well `word` stands in a folded text: 0 it is the text, 1 the text begins with it, 2 a word of
 * the text does, 3 it stands inside a word, `undefined` not at all.
 */
export function standing(text: string, word: string): 0 | 1 | 2 | 3 | undefined {
  const at = text.indexOf(word);
  if (at < 0) return undefined;
  if (at === 0) return text.length === word.length ? 0 : 1;
  return ` ${text}`.includes(` ${word}`) || text.includes(`-${word}`) ? 2 : 3;
}
