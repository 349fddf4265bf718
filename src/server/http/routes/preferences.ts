import { preferences, preferencesPatch } from '../../../contract/preferences.ts';
import { readPreferences, updatePreferences } from '../../accounts/preferences.ts';
import { route } from '../route.ts';

const thePreferences = {
  status: 200,
  description: 'The preferences.',
  schema: preferences,
} as const;

export const preferencesRoutes = [
  route({
    method: 'GET',
    path: '/me/preferences',
    operationId: 'getPreferences',
    action: 'read',
    summary: 'The preferences, defaults included',
    answer: thePreferences,
    tagged: true,
    handle: async ({ db, signedIn }) => {
      const { preferences: body, version } = await readPreferences(db, signedIn.id);
      return { status: 200, body, version };
    },
  }),
  route({
    method: 'PATCH',
    path: '/me/preferences',
    operationId: 'updatePreferences',
    action: 'edit',
    summary: 'Change preferences',
    body: preferencesPatch,
    answer: thePreferences,
    tagged: true,
    handle: async ({ db, signedIn, body: patch, precondition }) => {
      const updated = await updatePreferences(db, signedIn.id, patch, precondition);
      return { status: 200, body: updated.preferences, version: updated.version };
    },
  }),
];
