import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { contrast } from '../../contract/contrast.ts';
import { applyBrand, readableOn, shadesOf } from './brand.ts';

afterEach(() => document.documentElement.removeAttribute('style'));

test.each([
  ['#ffffff', '#000000'],
  ['#ffd500', '#000000'],
  ['#94d2bd', '#000000'],
  ['#000000', '#ffffff'],
  ['#7a3cff', '#ffffff'],
  ['#005F73', '#ffffff'],
])('text on %s is %s', (accent, text) => {
  expect(readableOn(accent)).toBe(text);
});

test('whatever colour a brand has, every word in it or on it can be read', () => {
  const colour = fc
    .integer({ min: 0, max: 0xffffff })
    .map((number) => `#${number.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(colour, fc.constantFrom('light', 'dark'), (given, mode) => {
      const { fill, fillHover, onFill, accent, soft } = shadesOf(given, mode);
      const surfaces =
        mode === 'light' ? ['#ffffff', '#fafbfb', '#f3f4f5'] : ['#0e1114', '#121518', '#16191c'];
      for (const [ink, behind] of [
        ...surfaces.map((surface) => [accent, surface] as const),
        [accent, soft],
        [onFill, fill],
        [onFill, fillHover],
      ] as const) {
        expect(contrast(ink, behind), `${ink} on ${behind}`).toBeGreaterThanOrEqual(4.5);
      }
    }),
    {
      numRuns: 2000,
      examples: [
        ['#ffff00', 'light'],
        ['#0a0014', 'dark'],
        ['#777777', 'light'],
      ],
    },
  );
});

test('a colour that can be read stays as it is', () => {
  expect(shadesOf('#005f73', 'light').accent).toBe('#005f73');
  expect(shadesOf('#94d2bd', 'dark').accent).toBe('#94d2bd');
});

test('a brand in yellow keeps its yellow button, and its links become readable', () => {
  const { fill, onFill, accent } = shadesOf('#ffd500', 'light');
  expect([fill, onFill]).toEqual(['#ffd500', '#000000']);
  expect(accent).not.toBe('#ffd500');
});

test('an accent colours the page, light and dark', () => {
  applyBrand({ accent: { light: '#005f73', dark: '#94d2bd' } });
  const { style } = document.documentElement;
  expect(style.getPropertyValue('--as-accent')).toBe('light-dark(#005f73, #94d2bd)');
  expect(style.getPropertyValue('--as-accent-fill')).toBe('light-dark(#005f73, #94d2bd)');
  expect(style.getPropertyValue('--as-on-accent')).toBe('light-dark(#ffffff, #000000)');
});

test('without an accent the page keeps its own', () => {
  applyBrand({ name: 'Analytical Engines' });
  expect(document.documentElement).not.toHaveAttribute('style');
});
