import fc from 'fast-check';
import { expect, test } from 'vitest';
import { goneRows, steadyRows } from './steady-rows.ts';

const list = (ids: string) => [...ids].map((id) => ({ id }));
const ids = (rows: readonly { id?: string | undefined }[]) => rows.map(({ id }) => id).join('');

const rows = fc.uniqueArray(fc.constantFrom(...'abcdefgh')).map((letters) => letters.join(''));

test('no row that is on screen moves, whatever becomes of the list', () => {
  fc.assert(
    fc.property(rows, rows, (shown, now) => {
      expect(ids(steadyRows(list(shown), list(now)))).toMatch(new RegExp(`^${shown}`));
    }),
  );
});

test('rows that are gone stay, the end of the list follows, and what is new before it waits', () => {
  expect(ids(steadyRows(list('abc'), list('ac')))).toBe('abc');
  expect([...goneRows(list('abc'), list('ac'))]).toEqual(['b']);
  expect(ids(steadyRows(list('abc'), list('bcde')))).toBe('abcde');
  expect(ids(steadyRows(list('abc'), list('xcab')))).toBe('abc');
  expect(ids(steadyRows(list('abc'), list('')))).toBe('abc');
});

test('a list that has only grown at its end is taken as it is', () => {
  const now = list('abcd');
  expect(steadyRows(now.slice(0, 2), now)).toBe(now);
});

test('a row shows what is known of it now', () => {
  const now = [{ id: 'a', location: 'Turin' }];
  expect(steadyRows(list('ab'), now)).toEqual([{ id: 'a', location: 'Turin' }, { id: 'b' }]);
});
