import { expect } from 'vitest';
import type { Session } from '../../src/contract/session.ts';
import { fixture } from './fixture.ts';
import { codesOf, failure, once, type Suite } from './harness.ts';

const strangeIds = [
  '',
  '.',
  '..',
  '../..',
  '%2e%2e',
  'x',
  '?except=current',
  '#',
  '/',
  "' or 1=1",
  'é',
];

export function sessionTests({ cases, client, signIn }: Suite): void {
  const all = async () => (await client().listSessions({ limit: 1000 })).results;

  const devices = (sessions: readonly Session[]) =>
    sessions.filter((session) => !session.current).map((session) => session.deviceName);

  const idOf = async (device: string): Promise<string> => {
    const id = (await all()).find((session) => session.deviceName === device)?.id;
    if (id === undefined) throw new Error(`no session of ${device}`);
    return id;
  };

  cases.group('the sessions', () => {
    cases.it(['sessions.list'], 'are all listed, each with its last activity', async () => {
      const { results, total } = await client().listSessions();
      expect(results).toHaveLength(fixture.otherDevices.length + 1);
      expect(total).toBe(results.length);
      for (const { lastActive } of results) expect(Date.parse(lastActive ?? '')).not.toBeNaN();
    });

    cases.it(
      ['sessions.list', 'pages'],
      'are listed this device first, then by last activity',
      async () => {
        const page = await client().listSessions();
        expect(page.results.map(({ current }) => current)).toEqual([
          true,
          ...fixture.otherDevices.map(() => false),
        ]);
        expect(devices(page.results)).toEqual(fixture.otherDevices);
        expect(page.total).toBe(fixture.otherDevices.length + 1);
        expect(page.nextPageToken ?? '').toBe('');
      },
    );

    cases.each([[1], [2], [3], [6]], ['sessions.list', 'pages'])(
      'come in pages of %i, each once and in order',
      async (limit) => {
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
      },
    );

    cases.it(
      ['sessions.revoke', 'pages'],
      'are all shown although one vanishes between two pages',
      async () => {
        const first = await client().listSessions({ limit: 3 });
        await client().revokeSession(await idOf('Phone'), once());
        const { nextPageToken } = first;
        const second = await client().listSessions({ limit: 3, pageToken: nextPageToken });
        expect(devices([...first.results, ...second.results])).toEqual(fixture.otherDevices);
      },
    );

    cases.it(['sessions.list', 'pages'], 'refuse a page token that nobody gave out', async () => {
      const error = await failure(client().listSessions({ pageToken: 'text' }));
      expect(error.status).toBe(422);
      expect(codesOf(error)).toEqual({ pageToken: ['type_invalid'] });
    });

    cases.it(
      ['sessions.revoke'],
      'lose the one device that was signed out, and no other',
      async () => {
        await client().revokeSession(await idOf('Tablet'), once());
        expect(devices(await all())).toEqual(
          fixture.otherDevices.filter((name) => name !== 'Tablet'),
        );
      },
    );

    cases.it(
      ['sessions.revoke', 'sessions.count'],
      'are one less when one is signed out',
      async () => {
        await client().revokeSession(await idOf('Tablet'), once());
        expect((await client().getUser()).value.activeSessions).toBe(fixture.otherDevices.length);
      },
    );

    cases.it(
      ['sessions.revoke', 'intents'],
      'sign a device out once, however often the same intent arrives',
      async () => {
        const id = await idOf('Tablet');
        const intent = once();
        await client().revokeSession(id, intent);
        await client().revokeSession(id, intent);
        expect(await failure(client().revokeSession(id, once()))).toMatchObject({
          code: 'NotFound',
          status: 404,
        });
        expect(await all()).toHaveLength(fixture.otherDevices.length);
      },
    );

    cases.each(
      strangeIds.map((id) => [id] as const),
      ['sessions.revoke'],
    )('know no session %j, and nothing else happens', async (id) => {
      const before = await all();
      expect((await failure(client().revokeSession(id, once()))).status).toBe(404);
      expect(await all()).toEqual(before);
      expect((await client().getUser()).value.deletion).toBeUndefined();
    });

    cases.it(
      ['sessions.revokeOthers', 'intents'],
      'lose every other device at once, and say how many',
      async () => {
        const intent = once();
        expect(await client().revokeOtherSessions(intent)).toBe(fixture.otherDevices.length);
        expect(await client().revokeOtherSessions(intent)).toBe(fixture.otherDevices.length);
        expect(await client().revokeOtherSessions(once())).toBe(0);
        expect((await all()).map(({ current }) => current)).toEqual([true]);
      },
    );

    cases.it(['sessions.revoke'], 'signed out on this device, it must sign in again', async () => {
      const current = (await all()).find((session) => session.current)?.id ?? '';
      await client().revokeSession(current, once());
      const error = await failure(client().getUser());
      expect(error).toMatchObject({ code: 'Unauthorized', status: 401, signedOut: true });
      const again = await signIn();
      expect((await again.getUser()).value.name).toBe(fixture.name);
    });
  });
}
