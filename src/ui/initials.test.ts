import { expect, test, vi } from 'vitest';
import { initials } from './initials.ts';

const names = [
  ['Ada Lovelace', 'AL'],
  ['Augusta Ada King', 'AK'],
  ['zoë', 'Z'],
  ['E\u0301mile Zola', 'E\u0301Z'],
  ['王 小明', '王小'],
  ['👨‍👩‍👧‍👦 Family', '👨‍👩‍👧‍👦F'],
  ['👩🏽‍🚀', '👩🏽‍🚀'],
  ['🇮🇳 Raj', '🇮🇳R'],
  ['क्षितिज', 'क्षि'],
  ['\ufeff\u200fעדה', 'ע'],
  ['«Ada» (Countess)', 'AC'],
  ['\u202eAda\u202c', 'A'],
  ['Ada –', 'A'],
  ['!!!', ''],
  ['', ''],
  ['\u3164', ''],
] as const;

test.each(names)('the initials of %j are %j', (name, expected) => {
  expect(initials(name)).toBe(expected);
});

test.each(names)('and without help of the engine those of %j too', async (name, expected) => {
  vi.resetModules();
  vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined });
  const fresh = await import('./initials.ts');
  expect(fresh.initials(name)).toBe(expected);
  vi.unstubAllGlobals();
});
