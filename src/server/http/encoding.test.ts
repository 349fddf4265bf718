import { expect, test } from 'vitest';
import { acceptedEncoding } from './encoding.ts';

test.each([
  [undefined, undefined],
  ['', undefined],
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0.1, gzip;q=0.9', 'gzip'],
  ['BR', 'br'],
  ['br;q=0, *', 'gzip'],
  ['*;q=0', undefined],
  ['identity', undefined],
  ['gzip;q=0.5, identity', undefined],
  ['zstd', undefined],
  ['gzip;q=nonsense', undefined],
])('Accept-Encoding: %s gets %s', (header, encoding) => {
  expect(acceptedEncoding(header)).toBe(encoding);
});

test('only what is offered is chosen', () => {
  expect(acceptedEncoding('br, gzip', ['gzip'])).toBe('gzip');
  expect(acceptedEncoding('br', [])).toBeUndefined();
});
