import { describe, expect, test } from 'vitest';
import { maintain } from '../../src/server/maintenance.ts';
import { onBothDatabases } from './world.ts';

const remove = { method: 'DELETE' } as const;
const restore = { method: 'POST' } as const;

onBothDatabases((world) => {
  const pass = (days: number) =>
    world().db.query(
      `update accounts set deletion_scheduled_for = deletion_scheduled_for - make_interval(days => $1::int)
       where deletion_scheduled_for is not null`,
      [days],
    );

  describe('deleting the account', () => {
    test('answers 202 without a body and kills every device at once', async () => {
      const me = await world().person();
      const other = await world().signIn(me);
      const cookie = await world().demo.signInByCookie('', { type: 'test' });
      expect(cookie).toBeUndefined();
      const done = await world().call(me, '/me', remove);
      expect([done.status, done.text]).toEqual([202, '']);
      for (const token of [me.token, other]) {
        expect((await world().call(token, '/me')).status).toBe(401);
      }
    });

    test('needs a sign-in of the last 15 minutes', async () => {
      const me = await world().person();
      await world().db.query(
        `update sessions set authenticated_at = now() - interval '16 minutes'`,
      );
      const refused = await world().call(me, '/me', remove);
      expect(refused.status).toBe(403);
      expect(refused.body).toMatchObject({ code: 'StepUpRequired', maxAge: 900 });
      expect((await world().call(me, '/me')).body).not.toHaveProperty('deletion');
      const fresh = await world().signIn(me);
      expect((await world().call(fresh, '/me', remove)).status).toBe(202);
    });

    test('honours If-Match', async () => {
      const me = await world().person();
      const { etag } = await world().call(me, '/me');
      await world().call(me, '/me', { method: 'PATCH', json: { name: 'Changed' } });
      const stale = await world().call(me, '/me', { ...remove, headers: { 'If-Match': etag } });
      expect(stale.status).toBe(412);
      expect((await world().call(me, '/me')).status).toBe(200);
    });
  });

  describe('within the grace period', () => {
    test('a fresh sign-in may look, export and restore, and nothing else', async () => {
      const me = await world().person();
      await world().call(me, '/me', remove);
      const token = await world().signIn(me);
      const { body } = await world().call(token, '/me');
      const days = Date.parse(body.deletion.scheduledFor) - Date.parse(body.deletion.requestedAt);
      expect(Math.round(days / 86_400_000)).toBe(30);
      for (const path of ['/me/preferences', '/me/usage', '/me/sessions', '/me/export']) {
        expect((await world().call(token, path)).status).toBe(200);
      }
      const changes: [string, string, unknown?][] = [
        ['PATCH', '/me', { name: 'No' }],
        ['PATCH', '/me/preferences', { theme: 'dark' }],
        ['DELETE', '/me'],
        ['DELETE', '/me/sessions?except=current'],
        ['DELETE', `/me/sessions/${crypto.randomUUID()}`],
      ];
      for (const [method, path, json] of changes) {
        const refused = await world().call(token, path, { method, json });
        expect([path, refused.status, refused.body.code]).toEqual([
          path,
          403,
          'AccountScheduledForDeletion',
        ]);
      }
    });

    test('restoring brings everything back as it was', async () => {
      const me = await world().person({
        bio: 'kept',
        badges: ['early'],
        emails: [{ email: 'me@example.com', verified: true, primary: true }],
      });
      await world().call(me, '/me/preferences', { method: 'PATCH', json: { theme: 'dark' } });
      const before = await world().call(me, '/me');
      await world().call(me, '/me', remove);
      const token = await world().signIn(me);
      const marked = await world().call(token, '/me');
      const stale = await world().call(token, '/me/restore', {
        ...restore,
        headers: { 'If-Match': before.etag },
      });
      expect(stale.status).toBe(412);
      const restored = await world().call(token, '/me/restore', {
        ...restore,
        headers: { 'If-Match': marked.etag },
      });
      expect(restored.status).toBe(200);
      expect(restored.body).toEqual(before.body);
      expect((await world().call(token, '/me/preferences')).body.theme).toBe('dark');
      expect((await world().call(token, '/me', { method: 'PATCH', json: {} })).status).toBe(200);
      expect((await world().call(me, '/me')).status).toBe(401);
      const twice = await world().call(token, '/me/restore', restore);
      expect([twice.status, twice.body.code]).toEqual([409, 'NotScheduledForDeletion']);
    });

    test('the username stays held', async () => {
      const me = await world().person({ username: 'mine' });
      await world().call(me, '/me', remove);
      const other = await world().person();
      const taken = await world().call(other, '/me', {
        method: 'PATCH',
        json: { username: 'Mine' },
      });
      expect(taken.status).toBe(409);
    });
  });

  describe('when the grace period is over', () => {
    test('the account is gone at once, and its name is free', async () => {
      const me = await world().person({ username: 'mine' });
      await world().call(me, '/me', remove);
      const token = await world().signIn(me);
      await pass(31);
      expect((await world().call(token, '/me')).status).toBe(401);
      const other = await world().person();
      const free = await world().call(other, '/me/username-availability?username=mine');
      expect(free.body).toEqual({ available: true });
      const taken = await world().call(other, '/me', {
        method: 'PATCH',
        json: { username: 'mine' },
      });
      expect(taken.status).toBe(200);
    });

    test('the purge erases it with everything it had, and nobody else', async () => {
      const me = await world().person();
      const other = await world().person();
      await world().call(me, '/me', remove);
      await pass(31);
      await maintain(world().db);
      const rows = await world().db.query<{ id: string }>('select id from accounts');
      expect(rows.map(({ id }) => id)).toEqual([other.id]);
      expect(
        await world().db.query('select 1 from sessions where account_id = $1', [me.id]),
      ).toEqual([]);
    });
  });

  test('the export is one document with everything, as a download', async () => {
    const me = await world().person({ username: 'exporter' });
    await world().db.query(
      `insert into usage_entries values ($1, '2026-01-02T03:15:00Z', 5), ($1, '2026-01-02T03:45:00Z', 6)`,
      [me.id],
    );
    const { headers, body } = await world().call(me, '/me/export');
    expect(headers.get('Content-Disposition')).toMatch(
      /^attachment; filename="account-exporter-\d{4}-\d\d-\d\d\.json"$/,
    );
    expect(body.profile).toEqual((await world().call(me, '/me')).body);
    expect(body.usageHistory).toEqual({
      timezone: 'UTC',
      buckets: [{ start: '2026-01-02T03:00:00.000Z', tokens: 11 }],
    });
    expect(Object.keys(body).sort()).toEqual([
      'exportedAt',
      'preferences',
      'profile',
      'sessions',
      'usage',
      'usageHistory',
    ]);
    expect(body.sessions).toHaveLength(1);
  });
});
