import * as z from 'zod/mini';
import { usage } from '../../../contract/usage.ts';
import { deleteAccount } from '../../accounts/deletion.ts';
import { updatePreferences } from '../../accounts/preferences.ts';
import { updateProfile } from '../../accounts/profile.ts';
import { readUsage } from '../../accounts/usage.ts';
import type { Precondition } from '../../accounts/version.ts';
import { devices, profile, schedulingPreferences } from './data.ts';
import { operation } from './operation.ts';
import { confirmParams, noParams, preferencesParams, profileParams } from './params.ts';
import { presentPreferences, readDevices, readProfile } from './present.ts';

/** This dialect knows no versions: a change overwrites what it names, and nothing else. */
const anyVersion: Precondition = () => true;

/** Every operation on the resource `user` (Mirra's). */
export const operations = [
  operation({
    name: 'getProfile',
    action: 'read',
    summary: 'The profile',
    params: noParams,
    data: profile,
    handle: ({ db, signedIn }) => readProfile(db, signedIn),
  }),
  operation({
    name: 'updateProfile',
    action: 'edit',
    propertyActions: { email: 'change_email' },
    summary: 'Change the profile',
    params: profileParams,
    data: profile,
    problems: ['UsernameTaken'],
    handle: async ({ db, signedIn, params }) =>
      readProfile(db, await updateProfile(db, signedIn.id, params, anyVersion)),
  }),
  operation({
    name: 'updatePreferences',
    action: 'edit',
    summary: 'Change the time zone for scheduling and the handles; an empty handle removes it',
    params: preferencesParams,
    data: schedulingPreferences,
    handle: async ({ db, signedIn, params }) => {
      const { preferences } = await updatePreferences(db, signedIn.id, params, anyVersion);
      return presentPreferences(preferences, signedIn);
    },
  }),
  operation({
    name: 'getUsageStats',
    action: 'read',
    summary: 'Tokens spent and left in the current cycle',
    params: noParams,
    data: usage,
    handle: ({ db, signedIn }) => readUsage(db, signedIn.id),
  }),
  operation({
    name: 'getSessions',
    action: 'read',
    summary: 'The devices that are signed in, without their ids',
    params: noParams,
    data: devices,
    handle: ({ db, signedIn }) => readDevices(db, signedIn),
  }),
  operation({
    name: 'deactivateAccount',
    action: 'delete',
    summary: 'Delete the account after a grace period, and sign out every device now',
    params: confirmParams,
    data: z.null(),
    problems: ['StepUpRequired'],
    handle: async ({ db, signedIn }) => {
      await deleteAccount(db, signedIn.id, signedIn.authenticatedAt, anyVersion);
      return null;
    },
  }),
];
