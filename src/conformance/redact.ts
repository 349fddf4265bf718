/** Anything that looks like a signed token (RFC 7519), whoever it belongs to. */
const signedToken = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;

/** Below this a secret may be part of a word that has nothing to do with it. */
const longEnough = 8;

const isWord = (character: string | undefined) => /[\p{L}\p{N}_]/u.test(character ?? '');

/** A secret as it is, as part of an address, and within JSON. */
const spellings = (secret: string): readonly string[] => [
  secret,
  encodeURIComponent(secret),
  JSON.stringify(secret).slice(1, -1),
];

/** Finds a long secret anywhere; a short one where no letter or digit makes it part of a word. */
function patternOf(spelling: string, isShort: boolean): string {
  const quoted = spelling.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  const before = isShort && isWord(spelling.at(0)) ? String.raw`(?<![\p{L}\p{N}_])` : '';
  const after = isShort && isWord(spelling.at(-1)) ? String.raw`(?![\p{L}\p{N}_])` : '';
  return before + quoted + after;
}

/** Makes a function that takes every secret out of a text, wherever it stands whole. */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const patterns = secrets
    .filter(Boolean)
    .toSorted((a, b) => b.length - a.length)
    .flatMap((secret) =>
      spellings(secret).map((spelling) => patternOf(spelling, secret.length < longEnough)),
    );
  const secret = patterns.length === 0 ? undefined : new RegExp(patterns.join('|'), 'gu');
  return (text) => (secret ? text.replace(secret, '***') : text).replace(signedToken, '***');
}

/** `text` on one line of at most `length` characters, without anything a terminal would obey. */
export function cut(text: string, length = 600): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, ' ').trim();
  const characters = Array.from(line.slice(0, length * 2));
  if (characters.length <= length && line.length <= length * 2) return line;
  return `${characters.slice(0, length).join('')}... (${text.length} characters)`;
}
