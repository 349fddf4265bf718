import { expect, test } from 'vitest';
import type { User } from '../../contract/user.ts';
import { isPhrase, phraseOf } from './confirm-phrase.ts';

const person = (given: Partial<User>) => ({ id: 'id', name: '', ...given }) as User;

test.each([
  [{ username: 'ada', email: 'a@b.c' }, 'ada'],
  [{ username: '', email: ' a@b.c ' }, 'a@b.c'],
  [{ username: '\u200b', name: 'Ada' }, 'Ada'],
  [{ name: '\u3164' }, 'id'],
  [{ name: '@' }, 'id'],
])('of %j, %s is to be typed', (given, phrase) => {
  expect(phraseOf(person(given))).toBe(phrase);
});

test.each([
  ['ada', 'ada'],
  ['@ada', 'ada'],
  ['＠ada ', 'ada'],
  ['\u200eada\ufeff', 'ada'],
  ['Zoe\u0301', 'Zoé'],
  ['@ada', '@ada'],
])('%j is %j', (typed, phrase) => {
  expect(isPhrase(typed, phrase)).toBe(true);
});

test.each(['', '@', '\u200b', 'Ada', 'ad a', 'adam'])('%j is not ada', (typed) => {
  expect(isPhrase(typed, 'ada')).toBe(false);
});
