import * as z from 'zod/mini';
import { usernameAvailability as availability } from '../../../contract/session.ts';
import { user, userPatch } from '../../../contract/user.ts';
import { deleteAccount, restoreAccount } from '../../accounts/deletion.ts';
import { exportAccount } from '../../accounts/export.ts';
import { presentCaller, presentUser } from '../../accounts/present.ts';
import { updateProfile, usernameAvailability } from '../../accounts/profile.ts';
import { accountVersion, callerVariant } from '../../accounts/version.ts';
import type { AccountRow, Caller } from '../../db/rows.ts';
import { clearSiteData } from '../clear-site-data.ts';
import { route } from '../route.ts';
import type { Answer } from '../route.ts';

function userAnswer(account: AccountRow, caller: Caller): Answer {
  const variant = callerVariant(caller);
  return {
    status: 200,
    body: { ...presentUser(account), ...presentCaller(caller) },
    version: accountVersion(account),
    ...(variant !== undefined && { variant }),
  };
}

const theUser = { status: 200, description: 'The user.', schema: user } as const;

/** Anything JSON: the export is for people and their programs, not for this contract. */
const exported = z.looseObject({ exportedAt: z.string(), profile: z.unknown() });

export const meRoutes = [
  route({
    method: 'GET',
    path: '/me',
    operationId: 'getMe',
    action: 'read',
    summary: 'Who is signed in',
    answer: theUser,
    tagged: true,
    handle: async ({ signedIn }) => userAnswer(signedIn, signedIn),
  }),
  route({
    method: 'PATCH',
    path: '/me',
    operationId: 'updateMe',
    action: 'edit',
    propertyActions: { email: 'change_email' },
    summary: 'Change the profile',
    body: userPatch,
    answer: theUser,
    tagged: true,
    problems: ['UsernameTaken'],
    handle: async ({ db, signedIn, body, precondition }) =>
      userAnswer(await updateProfile(db, signedIn.id, body, precondition), signedIn),
  }),
  route({
    method: 'DELETE',
    path: '/me',
    operationId: 'deleteMe',
    action: 'delete',
    summary: 'Delete the account after a grace period, and sign out every device now',
    answer: { status: 202, description: 'The account is scheduled for deletion.' },
    tagged: true,
    problems: ['StepUpRequired'],
    handle: async ({ db, signedIn, precondition }) => {
      await deleteAccount(db, signedIn.id, signedIn.authenticatedAt, precondition);
      return { status: 202, headers: clearSiteData };
    },
  }),
  route({
    method: 'POST',
    path: '/me/restore',
    operationId: 'restoreMe',
    action: 'restore',
    summary: 'Keep the account after all, within the grace period',
    answer: theUser,
    tagged: true,
    duringGrace: true,
    problems: ['NotScheduledForDeletion'],
    handle: async ({ db, signedIn, precondition }) =>
      userAnswer(await restoreAccount(db, signedIn.id, precondition), signedIn),
  }),
  route({
    method: 'GET',
    path: '/me/username-availability',
    operationId: 'getUsernameAvailability',
    action: 'read',
    summary: 'Whether a username could be taken',
    query: z.strictObject({ username: z.string() }),
    answer: { status: 200, description: 'Yes, or why not.', schema: availability },
    handle: async ({ db, signedIn, query }) => ({
      status: 200,
      body: await usernameAvailability(db, signedIn, query.username),
    }),
  }),
  route({
    method: 'GET',
    path: '/me/export',
    operationId: 'exportMe',
    action: 'read',
    summary: 'Everything kept about the person, as one document',
    answer: { status: 200, description: 'The document, as a download.', schema: exported },
    handle: async ({ db, signedIn }) => {
      const { fileName, document } = await exportAccount(db, signedIn, signedIn.sessionId);
      return {
        status: 200,
        body: document,
        headers: { 'Content-Disposition': `attachment; filename="${fileName}"` },
      };
    },
  }),
];
