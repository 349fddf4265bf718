import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf, separatorOf } from './csv.ts';

type Separator = ReturnType<typeof separatorOf>;
const separators: readonly Separator[] = [',', ';'];

/** Reads RFC 4180 back, as a spreadsheet whose system parts lists so does. */
function parse(csv: string, separator: Separator = ','): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of csv
    .slice(1)
    .matchAll(
      new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r\\n)`, 'g'),
    )) {
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
    csvOf(
      [
        ['Date', 'Tokens'],
        ['2026-11-18', 51_204],
      ],
      ',',
    ),
  ).toBe('\ufeffDate,Tokens\r\n2026-11-18,51204\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '=cmd|"/c calc"!A1'])(
  '%j stays text in a spreadsheet',
  (text) => {
    expect(parse(csvOf([[text]], ','))).toEqual([[`'${text}`]]);
  },
);

test.each([
  ['en', ','],
  ['en-IN', ','],
  ['he', ','],
  ['hi', ','],
  ['ja', ','],
  ['zh-Hans', ','],
  ['es-MX', ','],
  ['de', ';'],
  ['es', ';'],
  ['fr', ';'],
  ['pt-BR', ';'],
  ['ar-EG', ';'],
] as const)('the fields of %s are parted by %s, as lists are there', (locale, separator) => {
  expect(separatorOf(locale)).toBe(separator);
});

test('numbers are whole, and have all their digits', () => {
  expect(parse(csvOf([[0.5, 1234.4, 1e21]], ','))).toEqual([
    ['1', '1234', '1000000000000000000000'],
  ]);
});

test.each(separators)('everything else comes back as it was, parted by %s', (separator) => {
  const cell = fc.oneof(
    fc.string().filter((text) => !/^\s*[=+\-@\t\r\n＝＋－＠]/.test(text)),
    fc.constantFrom('a,b', 'a;b', 'a\tb', 'say "so"', 'two\r\nlines', 'الرموز', ''),
    fc.integer(),
    fc.constant(1e15),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
      (rows) => {
        expect(parse(csvOf(rows, separator), separator)).toEqual(
          rows.map((row) => row.map(String)),
        );
      },
    ),
  );
});
