import { newIntent } from '../../client/intent.ts';
import { MeError } from '../../client/me-error.ts';
import { Fault, NotTried, demand } from '../fault.ts';
import type { Check, Kit } from '../check.ts';
import { jsonOf } from '../describe.ts';
import { demandSignedOut } from './sessions.ts';

/** @throws NotTried unless the token may end the account */
function demandOwn({ account }: Kit): void {
  if (!account.allows('delete')) throw new NotTried('this token may not delete the account');
  if (account.start.user?.deletion) throw new NotTried('the account is marked for deletion');
}

/** Whether there is something to restore with is seen by what it says when there is nothing to. */
export const restoreCheck: Check = {
  capability: 'deletion.graceDays',
  rule: 'POST /me/restore is refused with 409 when nothing is to be restored (the REST dialect)',
  permission: 'write',
  after: ['user'],
  run: async (kit) => {
    demandOwn(kit);
    const error: unknown = await kit.client.restoreUser({ intent: newIntent() }).then(
      () => new Fault('409', 'it was accepted'),
      (reason: unknown) => reason,
    );
    if (!(error instanceof MeError && error.status === 409)) throw error;
  },
};

const unconfirmed: Check = {
  capability: 'deletion.available',
  rule: 'deactivateAccount without confirm: true is refused (the rules)',
  permission: 'destroy',
  after: ['user'],
  run: async (kit) => {
    demandOwn(kit);
    await kit.send('/api/sdk/v2/resources/call', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ resourceId: 'user', method: 'deactivateAccount', params: {} }),
    });
    const body = jsonOf(kit.last()) as { success?: unknown } | undefined;
    demand(body?.success === false, 'a refusal', 'it was accepted');
  },
};

const deleted = (profile: Kit['profile']): Check => ({
  capability: 'deletion.available',
  rule:
    profile === 'mirra'
      ? 'deactivateAccount with confirm: true ends the account and its sign-ins (the operation dialect)'
      : 'DELETE /me answers 200, 202 or 204, and every token is dead afterwards (the REST dialect)',
  permission: 'destroy',
  after: ['user'],
  run: async (kit) => {
    demandOwn(kit);
    try {
      await kit.client.deleteUser({ intent: newIntent() });
    } catch (error) {
      if (error instanceof MeError && error.code === 'StepUpRequired') {
        throw new NotTried('it needs a more recent sign-in than this one');
      }
      throw error;
    }
    await demandSignedOut(kit.client);
  },
});

/** The very last. */
export const deletionChecks = (profile: Kit['profile']): readonly Check[] => [
  ...(profile === 'mirra' ? [unconfirmed] : []),
  deleted(profile),
];
