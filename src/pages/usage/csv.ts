export type Cell = string | number;

const byteOrderMark = '\ufeff';

/** What a spreadsheet would run as a formula is led by an apostrophe, so that it stays text. */
const inert = (text: string): string =>
  /^[\s]*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;

function fieldOf(cell: Cell): string {
  const text = typeof cell === 'number' ? String(cell) : inert(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180: CRLF after every record, quotes where needed; UTF-8 with a byte order mark, for Excel. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  byteOrderMark + rows.map((row) => `${row.map(fieldOf).join(',')}\r\n`).join('');
