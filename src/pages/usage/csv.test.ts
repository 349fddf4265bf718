import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

/** Reads RFC 4180 back. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of csv
    .slice(1)
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

test('begins with a byte order mark and ends every record with CRLF', () => {
  expect(
    csvOf([
      ['Date', 'Tokens'],
      ['2026-11-18', 51_204],
    ]),
  ).toBe('\ufeffDate,Tokens\r\n2026-11-18,51204\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '=cmd|"/c calc"!A1'])(
  '%j stays text in a spreadsheet',
  (text) => {
    expect(parse(csvOf([[text]]))).toEqual([[`'${text}`]]);
  },
);

test('everything else comes back as it was', () => {
  const cell = fc.oneof(
    fc.string().filter((text) => !/^\s*[=+\-@\t\r\n＝＋－＠]/.test(text)),
    fc.constantFrom('a,b', 'say "so"', 'two\r\nlines', 'الرموز', ''),
    fc.integer(),
    fc.constant(1e15),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
      (rows) => {
        expect(parse(csvOf(rows))).toEqual(rows.map((row) => row.map(String)));
      },
    ),
  );
});
