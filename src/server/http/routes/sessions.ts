import * as z from 'zod/mini';
import { revokedSessions, sessionPage, sessionQuery } from '../../../contract/session.ts';
import { readSessions, signOutOthers, signOutSession } from '../../accounts/sessions.ts';
import { clearSiteData } from '../clear-site-data.ts';
import { route } from '../route.ts';

export const sessionRoutes = [
  route({
    method: 'GET',
    path: '/me/sessions',
    operationId: 'listSessions',
    action: 'read',
    summary: 'The devices that are signed in, this one first',
    query: sessionQuery,
    answer: { status: 200, description: 'A page of the list.', schema: sessionPage },
    handle: async ({ db, signedIn, query }) => ({
      status: 200,
      body: await readSessions(db, signedIn.id, signedIn.sessionId, query.limit, query.pageToken),
    }),
  }),
  route({
    method: 'DELETE',
    path: '/me/sessions',
    operationId: 'revokeOtherSessions',
    action: 'revoke_sessions',
    summary: 'Sign out every device but this one',
    // Required: a caller who forgets it must not sign anybody out.
    query: z.strictObject({ except: z.literal('current') }),
    answer: { status: 200, description: 'How many were signed out.', schema: revokedSessions },
    handle: async ({ db, signedIn }) => ({
      status: 200,
      body: { revoked: await signOutOthers(db, signedIn.id, signedIn.sessionId) },
    }),
  }),
  route({
    method: 'DELETE',
    path: '/me/sessions/:id',
    operationId: 'revokeSession',
    action: 'revoke_sessions',
    summary: 'Sign out one device',
    answer: { status: 204, description: 'It is signed out.' },
    handle: async ({ db, signedIn, params }) => {
      const id = params['id'] ?? '';
      await signOutSession(db, signedIn.id, id);
      return { status: 204, ...(id === signedIn.sessionId && { headers: clearSiteData }) };
    },
  }),
];
