export type Cell = string | number;

const byteOrderMark = '\ufeff';

/** What a spreadsheet would run as a formula is led by an apostrophe, so that it stays text. */
const inert = (text: string): string =>
  /^[\s]*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;

/** All digits of a whole number: what has a decimal sign or an exponent is read differently. */
const digitsOf = (value: number): string => BigInt(Math.round(value)).toString();

function fieldOf(cell: Cell): string {
  const text = typeof cell === 'number' ? digitsOf(cell) : inert(cell);
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * What parts the fields of a file for people of a language. Excel takes the list separator of its
 * system, which is `;` wherever the decimal sign is not a point; other programs find it out.
 */
export function separatorOf(locale: string): ',' | ';' {
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === '.') ? ',' : ';';
}

/**
 * RFC 4180, in UTF-8 with a byte order mark, without which Excel takes another encoding: CRLF after
 * every record, and quotes around whatever any separator stands in. There is no `sep=` line: Excel
 * forgets the byte order mark over it, and others read it as a record. Dates are those of ISO 8601,
 * numbers whole and without grouping, so that they are the same in every language.
 */
export const csvOf = (rows: readonly (readonly Cell[])[], separator: ',' | ';'): string =>
  byteOrderMark + rows.map((row) => `${row.map(fieldOf).join(separator)}\r\n`).join('');
