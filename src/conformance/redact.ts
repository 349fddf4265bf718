/** Anything that looks like a signed token (RFC 7519), whoever it belongs to. */
const signedToken = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;

/** Makes a function that takes every secret out of a text, as it is and as part of an address. */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const spellings = [...new Set(secrets.flatMap((s) => [s, encodeURIComponent(s)]))].filter(
    Boolean,
  );
  return (text) =>
    spellings
      .reduce((rest, secret) => rest.replaceAll(secret, '***'), text)
      .replace(signedToken, '***');
}

/** `text` on one line of at most `length` characters, without anything a terminal would obey. */
export function cut(text: string, length = 600): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, ' ').trim();
  const characters = Array.from(line.slice(0, length * 2));
  if (characters.length <= length && line.length <= length * 2) return line;
  return `${characters.slice(0, length).join('')}... (${text.length} characters)`;
}
