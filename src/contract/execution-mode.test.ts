import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actions, allowedActions, executionModes, isAllowed } from './execution-mode.ts';
import { user } from './user.ts';

test('the person may do everything', () => {
  expect(actions.every((action) => isAllowed('standard', action))).toBe(true);
});

test.each(['delegated', 'service'])('who acts as %s may look and edit, and no more', (mode) => {
  expect(actions.filter((action) => isAllowed(mode, action))).toEqual(['read', 'edit']);
});

test('a mode that nobody knows may do as little as who acts', () => {
  const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty', ''];
  const unknown = fc
    .oneof(fc.string(), fc.constantFrom(...names))
    .filter((mode) => !(executionModes as readonly string[]).includes(mode));
  fc.assert(
    fc.property(unknown, fc.constantFrom(...actions), (mode, action) => {
      expect(isAllowed(mode, action)).toBe(allowedActions.delegated.includes(action));
    }),
  );
});

test.each([undefined, null, 'standard'])('a user read with the mode %s is the person', (mode) => {
  const read = user.parse({ id: '1', name: 'Ada', executionMode: mode });
  expect(read.executionMode).toBeUndefined();
});

test.each(['delegated', 'service', 'a mode of tomorrow'])('the mode %s is kept', (mode) => {
  expect(user.parse({ id: '1', name: 'Ada', executionMode: mode }).executionMode).toBe(mode);
});
