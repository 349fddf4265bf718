import { describe, expect, it } from 'vitest';
import type { MeClient } from '../../src/client/me-client.ts';
import { graceDays } from '../../src/contract/user.ts';
import { fixture } from './fixture.ts';
import { failure, once } from './harness.ts';

export function deletionTests(client: () => MeClient, signIn: () => Promise<MeClient>): void {
  describe('deleting the account', () => {
    it('signs out every device', async () => {
      await client().deleteUser(once());
      const calls = [
        client().getUser(),
        client().getPreferences(),
        client().getUsage(),
        client().listSessions(),
        client().exportData(),
        client().checkUsername('new-name'),
        client().updateUser({ bio: 'x' }, once()),
        client().restoreUser(once()),
      ];
      for (const error of await Promise.all(calls.map(failure)))
        expect(error).toMatchObject({ code: 'Unauthorized', status: 401 });
    });

    it('marks the account for the grace period, to be seen after signing in', async () => {
      await client().deleteUser(once());
      const { deletion } = (await (await signIn()).getUser()).value;
      const [from, to] = [deletion?.requestedAt ?? '', deletion?.scheduledFor ?? ''];
      expect((Date.parse(to) - Date.parse(from)) / 86_400_000).toBeCloseTo(graceDays, 1);
    });

    it('leaves the account readable and refuses to change it', async () => {
      await client().deleteUser(once());
      const again = await signIn();
      expect(await (await again.exportData()).blob.text()).toContain(fixture.name);
      const before = await again.getUser();
      const writes = [
        again.updateUser({ bio: 'x' }, once()),
        again.updatePreferences({ theme: 'dark' }, once()),
        again.revokeOtherSessions(once()),
        again.deleteUser(once()),
      ];
      for (const error of await Promise.all(writes.map(failure)))
        expect(error).toMatchObject({
          code: 'AccountScheduledForDeletion',
          status: 403,
        });
      expect(await again.getUser()).toEqual(before);
    });

    it('is undone by restoring, which leaves everything as it was', async () => {
      const before = (await client().getUser()).value;
      await client().deleteUser(once());
      const again = await signIn();
      const restored = await again.restoreUser(once());
      expect(restored.value.deletion).toBeUndefined();
      expect(await again.getUser()).toEqual(restored);
      expect({ ...restored.value, activeSessions: 0, updatedAt: '' }).toEqual({
        ...before,
        activeSessions: 0,
        updatedAt: '',
      });
      expect((await again.updateUser({ bio: 'back' }, once())).value.bio).toBe('back');
    });

    it('is refused when the account changed since the person looked', async () => {
      const seen = await client().getUser();
      await client().updateUser({ bio: 'changed' }, once());
      const error = await failure(client().deleteUser(once(seen.etag)));
      expect(error).toMatchObject({ code: 'PreconditionFailed', status: 412 });
      expect((await client().getUser()).value.deletion).toBeUndefined();
    });

    it('cannot be undone when it never was', async () => {
      const error = await failure(client().restoreUser(once()));
      expect(error).toMatchObject({ code: 'NotScheduledForDeletion', status: 409 });
    });
  });
}
