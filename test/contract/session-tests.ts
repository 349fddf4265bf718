import { describe, expect, it } from 'vitest';
import type { MeClient } from '../../src/client/me-client.ts';
import type { Session } from '../../src/contract/session.ts';
import { fixture } from './fixture.ts';
import { codesOf, failure, once } from './harness.ts';

export function sessionTests(client: () => MeClient, signIn: () => Promise<MeClient>): void {
  const all = async () => (await client().listSessions({ limit: 1000 })).results;

  const devices = (sessions: readonly Session[]) =>
    sessions.filter((session) => !session.current).map((session) => session.deviceName);

  const idOf = async (device: string): Promise<string> => {
    const id = (await all()).find((session) => session.deviceName === device)?.id;
    if (id === undefined) throw new Error(`no session of ${device}`);
    return id;
  };

  describe('the sessions', () => {
    it('are listed this device first, then by last activity', async () => {
      const page = await client().listSessions();
      expect(page.results.map(({ current }) => current)).toEqual([
        true,
        ...fixture.otherDevices.map(() => false),
      ]);
      expect(devices(page.results)).toEqual(fixture.otherDevices);
      expect(page.total).toBe(fixture.otherDevices.length + 1);
      expect(page.nextPageToken ?? '').toBe('');
    });

    it.each([1, 2, 3, 6])('come in pages of %i, each once and in order', async (limit) => {
      const seen: Session[] = [];
      let pageToken: string | undefined;
      do {
        const page = await client().listSessions({ limit, pageToken });
        expect(page.results.length).toBeLessThanOrEqual(limit);
        seen.push(...page.results);
        expect(seen.length).toBeLessThanOrEqual(fixture.otherDevices.length + 1);
        pageToken = page.nextPageToken;
      } while (pageToken);
      expect(seen).toEqual(await all());
    });

    it('are all shown although one vanishes between two pages', async () => {
      const first = await client().listSessions({ limit: 3 });
      await client().revokeSession(await idOf('Phone'), once());
      const { nextPageToken } = first;
      const second = await client().listSessions({ limit: 3, pageToken: nextPageToken });
      expect(devices([...first.results, ...second.results])).toEqual(fixture.otherDevices);
    });

    it('refuse a page token that nobody gave out', async () => {
      const error = await failure(client().listSessions({ pageToken: 'text' }));
      expect(error.status).toBe(422);
      expect(codesOf(error)).toEqual({ pageToken: ['type_invalid'] });
    });

    it('lose the one device that was signed out, and no other', async () => {
      await client().revokeSession(await idOf('Tablet'), once());
      expect(devices(await all())).toEqual(
        fixture.otherDevices.filter((name) => name !== 'Tablet'),
      );
      expect((await client().getUser()).value.activeSessions).toBe(fixture.otherDevices.length);
    });

    it('sign a device out once, however often the same intent arrives', async () => {
      const id = await idOf('Tablet');
      const intent = once();
      await client().revokeSession(id, intent);
      await client().revokeSession(id, intent);
      expect(await failure(client().revokeSession(id, once()))).toMatchObject({
        code: 'NotFound',
        status: 404,
      });
      expect(await all()).toHaveLength(fixture.otherDevices.length);
    });

    it.each(['', '.', '..', '../..', '%2e%2e', 'x', '?except=current', '#', '/', "' or 1=1", 'é'])(
      'know no session %j, and nothing else happens',
      async (id) => {
        const before = await all();
        expect((await failure(client().revokeSession(id, once()))).status).toBe(404);
        expect(await all()).toEqual(before);
        expect((await client().getUser()).value.deletion).toBeUndefined();
      },
    );

    it('lose every other device at once, and say how many', async () => {
      const intent = once();
      expect(await client().revokeOtherSessions(intent)).toBe(fixture.otherDevices.length);
      expect(await client().revokeOtherSessions(intent)).toBe(fixture.otherDevices.length);
      expect(await client().revokeOtherSessions(once())).toBe(0);
      expect((await all()).map(({ current }) => current)).toEqual([true]);
    });

    it('signed out on this device, it must sign in again', async () => {
      const current = (await all()).find((session) => session.current)?.id ?? '';
      await client().revokeSession(current, once());
      const error = await failure(client().getUser());
      expect(error).toMatchObject({ code: 'Unauthorized', status: 401, signedOut: true });
      const again = await signIn();
      expect((await again.getUser()).value.name).toBe(fixture.name);
    });
  });
}
