import { afterEach, expect, test } from 'vitest';
import { applyBrand, readableOn } from './brand.ts';

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

test('an accent colours the page, light and dark', () => {
  applyBrand({ accent: { light: '#005f73', dark: '#94d2bd' } });
  const { style } = document.documentElement;
  expect(style.getPropertyValue('--as-accent')).toBe('light-dark(#005f73, #94d2bd)');
  expect(style.getPropertyValue('--as-on-accent')).toBe('light-dark(#ffffff, #000000)');
});

test('without an accent the page keeps its own', () => {
  applyBrand({ name: 'Analytical Engines' });
  expect(document.documentElement).not.toHaveAttribute('style');
});
