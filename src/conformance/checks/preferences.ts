import { absent, neverTold } from './account.ts';
import { Missing, NotTried } from '../fault.ts';
import type { Check, Kit } from '../check.ts';
import type { Field } from '../fields.ts';

/** `GET /me/preferences`, by every rule of the contract at once. */
export const preferencesCheck = (profile: Kit['profile']): Check => ({
  capability: 'preferences',
  rule:
    profile === 'mirra'
      ? 'getProfile tells the handles on other networks (the operation dialect)'
      : 'GET /me/preferences answers 200 with the preferences (the model)',
  permission: 'read',
  run: async (kit) => {
    await kit.account.read('preferences');
  },
});

/** Whether a part is told, by any answer of the run. */
export const preferenceReadCheck = (field: Field): Check => ({
  capability: field.key,
  rule: `${field.name} is told (the model)`,
  permission: 'read',
  after: ['preferences'],
  run: async (kit) => {
    await kit.account.read('preferences');
    if (kit.account.seen.has(field.key)) return;
    throw kit.account.answered.has(field.key) ? new Missing(neverTold) : new NotTried(absent);
  },
});
