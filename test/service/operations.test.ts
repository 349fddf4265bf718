import { describe, expect, test } from 'vitest';
import { operations } from '../../src/server/http/operations/table.ts';
import { seedManySessions } from '../../src/server/db/seed.ts';
import { argumentsOf, operationClient } from './operation-client.ts';
import { onBothDatabases } from './world.ts';

const rfc3339 = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

const full = {
  name: 'Ada Lovelace',
  timezone: 'Europe/London',
  subscriptionPlan: 'Pro',
  subscriptionStatus: 'active',
  emails: [{ email: 'ada@example.com', verified: true, primary: true }],
  phoneNumbers: [{ phoneNumber: '+442079460018', verified: true, primary: true }],
};

onBothDatabases((world) => {
  const { send, call, callOld, someone } = operationClient(world);

  describe('each operation answers what is documented', () => {
    test('getProfile of a full account', async () => {
      const me = await someone({ ...full, username: 'ada' });
      const avatarUrl = 'https://example.com/ada.png';
      await world().call(me, '/me', { method: 'PATCH', json: { avatarUrl } });
      await world().call(me, '/me/preferences', {
        method: 'PATCH',
        json: { timezone: 'Asia/Dubai', socials: { twitter: 'ada_notes' } },
      });
      const { status, body, headers } = await call(me.key, 'getProfile', {});
      expect(status).toBe(200);
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(body).toEqual({
        success: true,
        metadata: { executionMode: 'standard' },
        data: {
          userId: me.id,
          username: 'ada',
          name: 'Ada Lovelace',
          email: 'ada@example.com',
          timezone: 'Europe/London',
          phoneNumber: '+442079460018',
          createdAt: rfc3339,
          updatedAt: rfc3339,
          hasCompletedOnboarding: true,
          profilePhoto: { thumbnail: avatarUrl, large: avatarUrl, original: avatarUrl },
          socials: { twitter: 'ada_notes' },
          subscriptionPlan: 'Pro',
          wallets: [],
          preferences: { timezone: 'Asia/Dubai', socials: { twitter: 'ada_notes' } },
        },
      });
    });

    test('getProfile of an empty account leaves out what there is not', async () => {
      const me = await someone();
      expect((await call(me.key, 'getProfile')).body.data).toEqual({
        userId: me.id,
        username: me.username,
        name: 'Somebody',
        timezone: 'UTC',
        createdAt: rfc3339,
        updatedAt: rfc3339,
        hasCompletedOnboarding: true,
        socials: {},
        subscriptionPlan: 'Free',
        wallets: [],
        preferences: { socials: {} },
      });
    });

    test('updateProfile', async () => {
      const me = await someone();
      const params = {
        username: 'renamed',
        email: ' new@example.com ',
        timezone: 'Asia/Calcutta',
        phoneNumber: '＋１ (0)415 555-0132',
      };
      const { status, body } = await call(me.key, 'updateProfile', params);
      expect(status).toBe(200);
      expect(body).toMatchObject({ success: true, metadata: { executionMode: 'standard' } });
      expect(body.data).toEqual({
        userId: me.id,
        username: 'renamed',
        name: 'Somebody',
        email: 'new@example.com',
        timezone: 'Asia/Calcutta',
        phoneNumber: '+14155550132',
        createdAt: rfc3339,
        updatedAt: rfc3339,
        hasCompletedOnboarding: true,
        socials: {},
        subscriptionPlan: 'Free',
        wallets: [],
        preferences: { socials: {} },
      });
      expect((await call(me.key, 'getProfile')).body.data).toEqual(body.data);
    });

    test('updatePreferences merges, and an empty handle is none', async () => {
      const me = await someone({ timezone: 'Europe/London' });
      const change = async (params: object) =>
        (await call(me.key, 'updatePreferences', params)).body.data;
      expect(await change({ socials: { twitter: '@ada', discord: 'ada' } })).toEqual({
        timezone: 'Europe/London',
        socials: { twitter: 'ada', discord: 'ada' },
      });
      expect(await change({ timezone: 'Asia/Dubai', socials: { twitter: '' } })).toEqual({
        timezone: 'Asia/Dubai',
        socials: { discord: 'ada' },
      });
      expect(await change({})).toEqual({ timezone: 'Asia/Dubai', socials: { discord: 'ada' } });
      const stranger = await someone();
      expect((await call(stranger.key, 'updatePreferences', {})).body.data).toEqual({
        timezone: 'UTC',
        socials: {},
      });
    });

    test('getUsageStats', async () => {
      const me = await someone({ ...full, paidTokenBalance: 50 });
      expect((await call(me.key, 'getUsageStats')).body.data).toEqual({
        monthlyTokenUsage: 0,
        tokenQuota: 1000,
        monthlyRemaining: 1000,
        usagePercentage: 0,
        paidTokenBalance: 50,
        totalAvailable: 1050,
        lastQuotaReset: rfc3339,
        nextQuotaReset: rfc3339,
        subscriptionPlan: 'Pro',
        subscriptionStatus: 'active',
      });
    });

    test('getSessions names no id, neither of devices nor of whoever acts', async () => {
      const me = await someone();
      await world().demo.signInByToken(me.username, { type: 'web' }, { id: 'sam-id' });
      const { body, text } = await call(me.key, 'getSessions', {});
      expect(body.data.totalSessions).toBe(3);
      expect(body.data).not.toHaveProperty('note');
      expect(body.data.sessions[0]).toEqual({
        type: 'api',
        tokenType: 'api_key',
        deviceName: 'API key',
        createdAt: rfc3339,
        lastActive: rfc3339,
        active: true,
      });
      const types = body.data.sessions.map(({ type }: { type: string }) => type).sort();
      expect(types).toEqual(['api', 'delegated', 'test']);
      const ids = await world().db.query<{ id: string }>('select id from sessions');
      for (const { id } of [...ids, { id: 'sam-id' }]) expect(text).not.toContain(id);
    });

    test('getSessions lists a thousand of more, and says so', async () => {
      const me = await someone();
      await seedManySessions(world().db, me.id, 1200);
      const { data } = (await call(me.key, 'getSessions')).body;
      expect(data.sessions).toHaveLength(1000);
      expect(data.totalSessions).toBe(1202);
      expect(data.note).toBe('Only 1000 of 1202 are listed, last active first.');
    });

    test('deactivateAccount answers nothing, and signs out every device', async () => {
      const me = await someone();
      const { status, body, headers } = await call(me.key, 'deactivateAccount', { confirm: true });
      // A program keeps no pages.
      expect(headers.get('Clear-Site-Data')).toBeNull();
      expect([status, body]).toEqual([
        200,
        { success: true, data: null, metadata: { executionMode: 'standard' } },
      ]);
      expect((await call(me.key, 'getProfile')).status).toBe(401);
      const restored = await world().signIn(me);
      expect((await world().call(restored, '/me')).body.deletion).toBeDefined();
    });

    test('at the older address too', async () => {
      for (const { name } of operations) {
        const [one, other] = [await someone(full), await someone(full)];
        const old = await callOld(one.key, name, argumentsOf[name]);
        const now = await call(other.key, name, argumentsOf[name]);
        expect([name, old.status, now.status]).toEqual([name, 200, 200]);
        const keys = (value: object | null) => Object.keys(value ?? {}).sort();
        expect(keys(old.body)).toEqual(['data', 'metadata', 'success']);
        expect(keys(old.body.data)).toEqual(keys(now.body.data));
      }
      const me = await someone();
      expect((await send(me.key, '/api/sdk/v1/user/getProfile', undefined)).status).toBe(200);
    });
  });

  describe('the two dialects are one account', () => {
    test('what is changed by an operation is read by REST', async () => {
      const me = await someone();
      const tag = (await world().call(me, '/me')).etag;
      await call(me.key, 'updateProfile', { username: 'both-ways', phoneNumber: '+14155550132' });
      await call(me.key, 'updatePreferences', { socials: { discord: 'ada' } });
      const { body, etag } = await world().call(me, '/me');
      expect(body).toMatchObject({ username: 'both-ways', phoneNumber: '+14155550132' });
      expect(etag).not.toBe(tag);
      const { body: preferences } = await world().call(me, '/me/preferences');
      expect(preferences.socials).toEqual({ discord: 'ada' });
    });

    test('what is changed by REST is read by an operation', async () => {
      const me = await someone();
      await world().call(me, '/me', { method: 'PATCH', json: { timezone: 'Asia/Dubai' } });
      await world().call(me, '/me/preferences', {
        method: 'PATCH',
        json: { socials: { twitter: 'ada' } },
      });
      expect((await call(me.key, 'getProfile')).body.data).toMatchObject({
        timezone: 'Asia/Dubai',
        socials: { twitter: 'ada' },
      });
      const { body } = await world().call(me, '/me/sessions');
      const key = body.results.find((row: { current: boolean }) => !row.current);
      expect(key).toMatchObject({ type: 'api', tokenType: 'api_key', deviceName: 'API key' });
      await world().call(me, `/me/sessions/${key.id}`, { method: 'DELETE' });
      expect((await call(me.key, 'getProfile')).status).toBe(401);
      const rest = await world().call(undefined, '/me', { headers: { 'X-API-Key': me.key } });
      expect(rest.status).toBe(401);
    });

    test('a repeated request does its work once', async () => {
      const me = await someone();
      const once = { 'Idempotency-Key': 'one' };
      const first = await call(me.key, 'updateProfile', { username: 'first-name' }, once);
      await call(me.key, 'updateProfile', { username: 'second-name' });
      const again = await call(me.key, 'updateProfile', { username: 'first-name' }, once);
      expect([again.status, again.text]).toEqual([200, first.text]);
      expect((await call(me.key, 'getProfile')).body.data.username).toBe('second-name');
      const other = await call(me.key, 'updateProfile', { username: 'third-name' }, once);
      expect([other.status, other.body.error.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    });
  });

  test('a key is stored as a hash, lives for 90 days and serves REST too', async () => {
    const me = await someone();
    expect(me.key).toMatch(/^ask_[\w-]{43}$/);
    const headers = { 'X-API-Key': me.key };
    expect((await world().call(undefined, '/me', { headers })).body.id).toBe(me.id);
    const rows = await world().db.query<{ days: number }>(
      `select *, round(extract(epoch from expires_at - now()) / 86400)::int as days from sessions
       where api_key_hash is not null`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.days).toBe(90);
    expect(JSON.stringify(rows)).not.toContain(me.key.slice(4));
    await world().db.query(`update sessions set expires_at = now() - interval '1 second'`);
    expect((await world().call(undefined, '/me', { headers })).status).toBe(401);
  });

  test('the log holds neither key nor arguments, and patterns instead of paths', async () => {
    const me = await someone();
    world().logged.length = 0;
    for (const { name } of operations) {
      await call(me.key, name, { canary: 'canary' });
      await callOld(me.key, name, { username: 'canary' });
    }
    await callOld(me.key, 'canary', {});
    await call(`ask_canary`, 'canary', 'canary', { 'Account-Id': 'canary' });
    const log = world().logged.join('');
    expect(log.toLowerCase()).not.toContain('canary');
    expect(log).not.toContain(me.key.slice(4));
    expect(log).toContain('"route":"/api/sdk/v2/resources/call"');
    expect(log).toContain('"route":"/api/sdk/v1/user/getProfile"');
  });
});
