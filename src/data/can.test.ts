import { expect, test } from 'vitest';
import { birdCapabilities } from '../client/bird.ts';
import { allCapabilities } from '../client/capabilities.ts';
import { capabilitiesIn } from './can.tsx';

test('the person can do all that the backend can', () => {
  expect(capabilitiesIn(undefined, allCapabilities)).toBe(allCapabilities);
  expect(capabilitiesIn('standard', allCapabilities)).toEqual(allCapabilities);
});

test.each(['delegated', 'service', 'a mode of tomorrow'])(
  'in the mode %s, email, devices and the account itself are left to the person',
  (mode) => {
    const left = capabilitiesIn(mode, allCapabilities);
    expect(left).toEqual({
      ...allCapabilities,
      user: { ...allCapabilities.user, email: 'read' },
      sessions: { ...allCapabilities.sessions, revoke: false, revokeOthers: false },
      deletion: { available: false, graceDays: null },
    });
  },
);

test('nothing is given to who acts that the backend cannot', () => {
  const { user, sessions } = capabilitiesIn('delegated', {
    ...birdCapabilities,
    user: { ...birdCapabilities.user, email: 'none' },
  });
  expect(user.email).toBe('none');
  expect(sessions).toEqual(birdCapabilities.sessions);
});
