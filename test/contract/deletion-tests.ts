import { expect } from 'vitest';
import { isSupported, type Operation } from '../../src/client/guarded.ts';
import type { MeClient } from '../../src/client/me-client.ts';
import { graceDays } from '../../src/contract/user.ts';
import { operations } from './capability-tests.ts';
import { fixture } from './fixture.ts';
import { failure, once, type Suite } from './harness.ts';

export function deletionTests({ cases, client, signIn, some }: Suite): void {
  const { can } = cases;
  const edit = (value: string) => ({ [some]: value });
  const supported = (names: readonly Operation[]) => names.filter((name) => isSupported(can, name));

  cases.group('deleting the account', () => {
    cases.it(['deletion.available'], 'signs out every device', async () => {
      await client().deleteUser(once());
      const names = supported(Object.keys(operations) as Operation[]);
      const calls = names.map((name) => operations[name](client()));
      calls.push(client().updateUser(edit('new'), once()));
      for (const error of await Promise.all(calls.map(failure)))
        expect(error).toMatchObject({ code: 'Unauthorized', status: 401, signedOut: true });
    });

    cases.it(
      ['deletion.restore'],
      'marks the account for the grace period, to be seen after signing in',
      async () => {
        await client().deleteUser(once());
        const { deletion } = (await (await signIn()).getUser()).value;
        const [from, to] = [deletion?.requestedAt ?? '', deletion?.scheduledFor ?? ''];
        expect((Date.parse(to) - Date.parse(from)) / 86_400_000).toBeCloseTo(graceDays, 1);
      },
    );

    cases.it(
      ['deletion.available'],
      'leaves the account readable and refuses to change it',
      async () => {
        await client().deleteUser(once());
        const again = await signIn();
        const before = await again.getUser();
        expect(before.value.deletion).toBeDefined();
        const writes: Partial<Record<Operation, (client: MeClient) => Promise<unknown>>> = {
          updateUser: (on) => on.updateUser(edit('new'), once()),
          updatePreferences: (on) => on.updatePreferences({ socials: { discord: 'x' } }, once()),
          revokeOtherSessions: (on) => on.revokeOtherSessions(once()),
          deleteUser: (on) => on.deleteUser(once()),
        };
        for (const name of supported(Object.keys(writes) as Operation[])) {
          const error = await failure(writes[name]?.(again) ?? Promise.resolve());
          expect(error).toMatchObject({ code: 'AccountScheduledForDeletion', status: 403 });
        }
        expect(await again.getUser()).toEqual(before);
      },
    );

    cases.it(
      ['deletion.available', 'exportData'],
      'leaves the data to be taken along',
      async () => {
        await client().deleteUser(once());
        const { blob } = await (await signIn()).exportData();
        expect(await blob.text()).toContain(fixture.name);
      },
    );

    cases.it(
      ['deletion.restore'],
      'is undone by restoring, which leaves everything as it was',
      async () => {
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
        expect((await again.updateUser(edit('back'), once())).value[some]).toBe('back');
      },
    );

    cases.it(
      ['deletion.available', 'versions'],
      'is refused when the account changed since the person looked',
      async () => {
        const seen = await client().getUser();
        await client().updateUser(edit('changed'), once());
        const error = await failure(client().deleteUser(once(seen.etag)));
        expect(error).toMatchObject({ code: 'PreconditionFailed', status: 412 });
        expect((await client().getUser()).value.deletion).toBeUndefined();
      },
    );

    cases.it(['deletion.restore'], 'cannot be undone when it never was', async () => {
      const error = await failure(client().restoreUser(once()));
      expect(error).toMatchObject({ code: 'NotScheduledForDeletion', status: 409 });
    });
  });
}
