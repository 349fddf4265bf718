import { describe, expect, test } from 'vitest';
import { seedManySessions } from '../../src/server/db/seed.ts';
import { onBothDatabases } from './world.ts';

interface Row {
  id: string;
  current: boolean;
  lastActive: string;
}

/** A well-formed time that PostgreSQL cannot hold. */
const yearZero = Buffer.from(
  JSON.stringify(['0000-01-01T00:00:00.000Z', '00000000-0000-0000-0000-000000000000']),
).toString('base64url');

onBothDatabases((world) => {
  /** Reads the list page by page, doing something between the pages. */
  async function readAll(token: string, limit: number, between = async () => {}): Promise<Row[]> {
    const rows: Row[] = [];
    let pageToken = '';
    do {
      const page = await world().call(
        token,
        `/me/sessions?limit=${limit}${pageToken && `&pageToken=${pageToken}`}`,
      );
      expect(page.status).toBe(200);
      rows.push(...page.body.results);
      pageToken = page.body.nextPageToken ?? '';
      await between();
    } while (pageToken);
    return rows;
  }

  describe('the list of sessions', () => {
    test('shows 10,000 devices completely and once each, this one first', async () => {
      const me = await world().person();
      await seedManySessions(world().db, me.id, 10_000);
      const rows = await readAll(me.token, 1000);
      expect(rows).toHaveLength(10_001);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(10_001);
      expect(rows.map(({ current }) => current).indexOf(true)).toBe(0);
      const times = rows.slice(1).map(({ lastActive }) => lastActive);
      expect(times).toEqual([...times].sort().toReversed());
      expect((await world().call(me, '/me')).body.activeSessions).toBe(10_001);
    });

    test('stays complete while devices come and go', async () => {
      const me = await world().person();
      await seedManySessions(world().db, me.id, 60);
      const before = await readAll(me.token, 1000);
      const victims = before.slice(20, 40).map(({ id }) => id);
      const rows = await readAll(me.token, 7, async () => {
        await world().signIn(me);
        const victim = victims.pop();
        if (victim) await world().call(me, `/me/sessions/${victim}`, { method: 'DELETE' });
      });
      const seen = rows.map(({ id }) => id);
      expect(new Set(seen).size).toBe(seen.length);
      const survivors = (await readAll(me.token, 1000)).map(({ id }) => id);
      const original = new Set(before.map(({ id }) => id));
      for (const id of survivors.filter((each) => original.has(each))) expect(seen).toContain(id);
    });

    test('begins with this device even when one row fits', async () => {
      const me = await world().person();
      await world().signIn(me);
      const rows = await readAll(me.token, 1);
      expect(rows.map(({ current }) => current)).toEqual([true, false]);
    });

    test('leaves out what is not known of a device', async () => {
      const me = await world().person();
      await world().db.query(
        `insert into sessions (account_id, last_active) values ($1, now() - interval '1 day')`,
        [me.id],
      );
      const [, unknown] = await readAll(me.token, 10);
      expect(Object.keys(unknown ?? {}).sort()).toEqual(['active', 'current', 'id', 'lastActive']);
    });

    test.each([
      'limit=0',
      'limit=1001',
      'limit=x',
      'pageToken=bad',
      'pageToken=WyJhIiwiYiJd',
      `pageToken=${yearZero}`,
      'nope=1',
    ])('refuses ?%s', async (query) => {
      const refused = await world().call(await world().person(), `/me/sessions?${query}`);
      expect(refused.status).toBe(422);
      expect(Object.keys(refused.body.details)).toEqual([`.${query.split('=')[0]}`]);
    });
  });

  describe('signing out devices', () => {
    test('kills one device on its very next request', async () => {
      const me = await world().person();
      const other = await world().signIn(me);
      const [, row] = await readAll(me.token, 10);
      const gone = await world().call(me, `/me/sessions/${row?.id}`, { method: 'DELETE' });
      expect([gone.status, gone.text]).toEqual([204, '']);
      expect((await world().call(other, '/me')).status).toBe(401);
      expect((await world().call(me, '/me')).status).toBe(200);
      const again = await world().call(me, `/me/sessions/${row?.id}`, { method: 'DELETE' });
      expect(again.status).toBe(404);
    });

    test('never touches another person’s device', async () => {
      const me = await world().person();
      const other = await world().person();
      const [theirs] = await readAll(other.token, 10);
      for (const id of [theirs?.id, 'not-an-id', crypto.randomUUID()]) {
        const refused = await world().call(me, `/me/sessions/${id}`, { method: 'DELETE' });
        expect(refused.status).toBe(404);
      }
      expect((await world().call(other, '/me')).status).toBe(200);
    });

    test('signs out all others, and nobody without except=current', async () => {
      const me = await world().person();
      const others = [await world().signIn(me), await world().signIn(me)];
      for (const query of ['', '?except=all', '?except=']) {
        const refused = await world().call(me, `/me/sessions${query}`, { method: 'DELETE' });
        expect(refused.status).toBe(422);
      }
      expect((await world().call(others[0], '/me')).status).toBe(200);
      const done = await world().call(me, '/me/sessions?except=current', { method: 'DELETE' });
      expect([done.status, done.body]).toEqual([200, { revoked: 2 }]);
      for (const other of others) expect((await world().call(other, '/me')).status).toBe(401);
      expect((await world().call(me, '/me')).body.activeSessions).toBe(1);
    });

    test('this device can sign itself out, and its browser keeps nothing of the page', async () => {
      const me = await world().person();
      const cookie = await world().demo.signInByCookie(me.username, { type: 'web' });
      const headers = { Cookie: `account_session=${cookie}`, 'Sec-Fetch-Site': 'same-origin' };
      const { body } = await world().call(undefined, '/me/sessions', { headers });
      const [row, other] = body.results as { id: string }[];
      const signOut = (id?: string) =>
        world().call(undefined, `/me/sessions/${id}`, { method: 'DELETE', headers });
      expect((await signOut(other?.id)).headers.get('Clear-Site-Data')).toBeNull();
      expect((await signOut(row?.id)).headers.get('Clear-Site-Data')).toBe('"cache"');
      expect((await world().call(undefined, '/me', { headers })).status).toBe(401);
      // Who signs the calls by token could clear nothing.
      const token = await world().signIn(me);
      const [last] = await readAll(token, 10);
      const away = await world().call(token, `/me/sessions/${last?.id}`, { method: 'DELETE' });
      expect([away.status, away.headers.get('Clear-Site-Data')]).toEqual([204, null]);
    });

    test('notes activity at most once a minute', async () => {
      const me = await world().person();
      const lastActive = async () => (await readAll(me.token, 1))[0]?.lastActive ?? '';
      const first = await lastActive();
      expect(await lastActive()).toBe(first);
      await world().db.query(`update sessions set last_active = now() - interval '2 minutes'`);
      await world().call(me, '/me');
      await expect.poll(lastActive).not.toBe(first);
      expect((await lastActive()) > first).toBe(true);
    });
  });
});
