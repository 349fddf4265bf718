import { afterEach, expect, test } from 'vitest';
import { applyFrameTheme } from './apply-theme.ts';

const { style, dataset } = document.documentElement;
afterEach(() => {
  applyFrameTheme();
  document.documentElement.removeAttribute('style');
});

test('a theme is the page’s own properties, and leaves nothing when it goes', () => {
  applyFrameTheme({
    mode: 'dark',
    radius: 7,
    fontSize: 16,
    fontFamily: "Inter, 'Noto Sans'",
    density: 'compact',
    accent: { light: '#005f73', dark: '#94d2bd' },
  });
  expect(dataset['theme']).toBe('dark');
  expect(style.getPropertyValue('--as-radius-card')).toBe('7px');
  expect(style.getPropertyValue('--as-radius')).toBe('5px');
  expect(style.getPropertyValue('--as-radius-small')).toBe('3px');
  expect(style.getPropertyValue('--as-text')).toBe('1rem');
  expect(style.getPropertyValue('--as-font')).toBe("Inter, 'Noto Sans', system-ui, sans-serif");
  expect(style.getPropertyValue('--as-control-height')).toBe('2rem');
  expect(style.getPropertyValue('--as-accent')).toBe('light-dark(#005f73, #94d2bd)');
  applyFrameTheme({ mode: 'system' });
  expect(dataset['theme']).toBeUndefined();
  expect(style.length).toBe(0);
});

test('without an accent of its own a host gets the operator’s', () => {
  applyFrameTheme({}, { accent: { light: '#005f73', dark: '#94d2bd' } });
  expect(style.getPropertyValue('--as-on-accent')).toBe('light-dark(#ffffff, #000000)');
});
