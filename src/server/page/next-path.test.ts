import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextPath } from './next-path.ts';

test.each(['/', '/usage?from=2026-01-01#top', '/profile#username', '/a/%2F%2Fb'])(
  '%s is followed',
  (path) => expect(nextPath(path)).toBe(path),
);

test.each([
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/\n/evil.example',
  '/..//evil.example',
  '/./\\evil.example',
  ' /profile',
  '',
  undefined,
])('%j leads to the start', (path) => expect(nextPath(path)).toBe('/'));

test('whatever is asked for, the browser stays on our origin', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    ':',
    '@',
    'evil.example',
    '%2f',
    '\t',
    '?',
    '#',
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const { origin } = new URL(nextPath(`/${pieces.join('')}`), 'https://own.example/sign-in');
      expect(origin).toBe('https://own.example');
    }),
  );
});
