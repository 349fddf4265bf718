import { describe, expect, test } from 'vitest';
import { operations } from '../../src/server/http/operations/table.ts';
import { seedManySessions } from '../../src/server/db/seed.ts';
import { onBothDatabases, reply } from './world.ts';
import type { Reply } from './world.ts';

const rfc3339 = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

const full = {
  name: 'Ada Lovelace',
  timezone: 'Europe/London',
  subscriptionPlan: 'Pro',
  subscriptionStatus: 'active',
  emails: [{ email: 'ada@example.com', verified: true, primary: true }],
  phoneNumbers: [{ phoneNumber: '+442079460018', verified: true, primary: true }],
};

/** Arguments with which each operation does something. */
const argumentsOf: Record<string, object> = {
  getProfile: {},
  updateProfile: { timezone: 'Asia/Calcutta' },
  updatePreferences: { socials: { discord: 'ada' } },
  getUsageStats: {},
  getSessions: {},
  deactivateAccount: { confirm: true },
};

onBothDatabases((world) => {
  /** A client that knows the dialect and nothing of the service: a key, an address, JSON. */
  async function send(
    key: string | undefined,
    path: string,
    body: string | undefined,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const response = await world().app.request(path, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(key !== undefined && { 'X-API-Key': key }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    });
    return reply(response);
  }

  const call = (
    key: string | undefined,
    method: string,
    params?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const body = JSON.stringify({ resourceId: 'user', method, params });
    return send(key, '/api/sdk/v2/resources/call', body, headers);
  };

  /** The older address: the operation in the path, its arguments as the body. */
  const callOld = (key: string, operation: string, params: unknown) =>
    send(key, `/api/sdk/v1/user/${operation}`, JSON.stringify(params));

  async function someone(account: Parameters<ReturnType<typeof world>['person']>[0] = {}) {
    const me = await world().person(account);
    const rows = await world().db.query<{ username: string }>(
      'select username from accounts where id = $1',
      [me.id],
    );
    const key = (await world().demo.issueApiKey(rows[0]?.username ?? '')) ?? '';
    return { ...me, key, username: rows[0]?.username };
  }

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
        phoneNumber: '+1 (415) 555-0132',
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
      await world().demo.signInByToken(me.username ?? '', { type: 'web' }, { id: 'sam-id' });
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
      const { status, body } = await call(me.key, 'deactivateAccount', { confirm: true });
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

  describe('what is refused, and how', () => {
    const failure = (code: string, details?: unknown) => ({
      success: false,
      error: {
        code,
        message: expect.stringMatching(/^\S.*\.$/),
        ...(details !== undefined && { details }),
      },
    });

    test.each<[string, string, unknown, unknown]>([
      [
        'not confirmed',
        'deactivateAccount',
        { confirm: false },
        [{ path: ['confirm'], code: 'confirm_required', message: 'must be true' }],
      ],
      [
        'no confirmation',
        'deactivateAccount',
        {},
        [{ path: ['confirm'], code: 'confirm_required', message: 'must be true' }],
      ],
      [
        'a short username',
        'updateProfile',
        { username: 'x' },
        [{ path: ['username'], code: 'username_length', message: 'must have 3 to 30 characters' }],
      ],
      [
        'null, which this dialect does not know',
        'updateProfile',
        { timezone: null },
        [expect.objectContaining({ path: ['timezone'] })],
      ],
      [
        'null for a handle',
        'updatePreferences',
        { socials: { twitter: null } },
        [expect.objectContaining({ path: ['socials', 'twitter'], code: 'type_invalid' })],
      ],
      [
        'a handle of two words',
        'updatePreferences',
        { socials: { discord: 'a b' } },
        [expect.objectContaining({ path: ['socials', 'discord'], code: 'social_invalid' })],
      ],
      [
        'what is not theirs to take',
        'updatePreferences',
        { theme: 'dark' },
        [{ path: ['theme'], code: 'property_unknown', message: 'is not a known property' }],
      ],
      [
        'arguments where there are none',
        'getProfile',
        { verbose: true },
        [expect.objectContaining({ path: ['verbose'], code: 'property_unknown' })],
      ],
      ['a list', 'getSessions', [], [expect.objectContaining({ path: [], code: 'type_invalid' })]],
    ])('%s is 400 at both addresses', async (_, operation, params, details) => {
      const me = await someone();
      const before = (await call(me.key, 'getProfile')).body;
      for (const ask of [call, callOld]) {
        const { status, body } = await ask(me.key, operation, params);
        expect([status, body]).toEqual([400, failure('VALIDATION_ERROR', details)]);
      }
      expect((await call(me.key, 'getProfile')).body).toEqual(before);
    });

    test.each([
      ['{', []],
      ['', []],
      ['[]', [expect.objectContaining({ path: [], code: 'type_invalid' })]],
      [
        '{"resourceId":"user"}',
        [expect.objectContaining({ path: ['method'], code: 'type_invalid' })],
      ],
      [
        '{"resourceId":"user","method":"getProfile","x":1}',
        [expect.objectContaining({ path: ['x'], code: 'property_unknown' })],
      ],
    ])('a body that is %j is 400', async (text, details) => {
      const { key } = await someone();
      const { status, body } = await send(key, '/api/sdk/v2/resources/call', text);
      expect([status, body]).toEqual([400, failure('VALIDATION_ERROR', details)]);
    });

    test('no key, a wrong one, and one beside a token', async () => {
      const me = await someone();
      const wrong = `ask_${'A'.repeat(43)}`;
      for (const key of [undefined, '', 'nonsense', wrong, me.key.slice(4), `${me.key}x`]) {
        const { status, body, headers } = await call(key, 'getProfile');
        expect([status, body]).toEqual([401, failure('AUTHENTICATION_ERROR')]);
        expect(headers.get('WWW-Authenticate')).toBe('Bearer');
      }
      const token = { Authorization: `Bearer ${me.token}` };
      expect((await call(undefined, 'getProfile', {}, token)).status).toBe(200);
      const both = await call(me.key, 'getProfile', {}, token);
      expect([both.status, both.body]).toEqual([400, failure('VALIDATION_ERROR', [])]);
      const rest = await world().call(me, '/me', { headers: { 'X-API-Key': me.key } });
      expect([rest.status, rest.body.code]).toEqual([400, 'InvalidRequest']);
    });

    test('what does not exist', async () => {
      const { key } = await someone();
      const unknown = [
        await call(key, 'getSecrets'),
        await call(key, 'constructor'),
        await send(
          key,
          '/api/sdk/v2/resources/call',
          '{"resourceId":"wallet","method":"getProfile","params":{}}',
        ),
        await callOld(key, 'getSecrets', {}),
        await send(key, '/api/sdk/v3/x', '{}'),
        await reply(await world().app.request('/api/sdk')),
      ];
      for (const { status, body, headers } of unknown) {
        expect([status, body]).toEqual([404, failure('NOT_FOUND')]);
        expect(headers.get('Cache-Control')).toBe('no-store');
      }
    });

    test('methods other than POST', async () => {
      for (const path of ['/api/sdk/v2/resources/call', '/api/sdk/v1/user/getProfile']) {
        for (const method of ['GET', 'PUT', 'DELETE']) {
          const answer = await reply(await world().app.request(path, { method }));
          expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'POST']);
          expect(answer.body).toEqual(failure('METHOD_NOT_ALLOWED'));
        }
      }
    });

    test('a body that is not JSON, or too long', async () => {
      const { key } = await someone();
      const path = '/api/sdk/v2/resources/call';
      const plain = await send(key, path, '{}', { 'Content-Type': 'text/plain' });
      expect([plain.status, plain.body]).toEqual([415, failure('UNSUPPORTED_MEDIA_TYPE')]);
      const long = await send(key, path, ' '.repeat(70_000));
      expect([long.status, long.body]).toEqual([413, failure('PAYLOAD_TOO_LARGE')]);
    });

    test('a username that somebody has', async () => {
      await someone({ username: 'Taken' });
      const me = await someone();
      const { status, body } = await call(me.key, 'updateProfile', { username: 'tAKEN' });
      expect([status, body]).toEqual([
        409,
        failure('USERNAME_TAKEN', [
          { path: ['username'], code: 'username_taken', message: 'is taken' },
        ]),
      ]);
    });

    test('somebody else’s account', async () => {
      const [me, other] = [await someone(), await someone()];
      const refused = await call(me.key, 'getProfile', {}, { 'Account-Id': other.id });
      expect([refused.status, refused.body]).toEqual([409, failure('ACCOUNT_CHANGED')]);
      expect((await call(me.key, 'getProfile', {}, { 'Account-Id': me.id })).status).toBe(200);
    });

    test('leaving long after the sign-in, and changes after leaving', async () => {
      const me = await someone();
      await world().db.query(`update sessions set authenticated_at = now() - interval '1 hour'`);
      const old = await call(me.key, 'deactivateAccount', { confirm: true });
      expect([old.status, old.body]).toEqual([403, failure('STEP_UP_REQUIRED', { maxAge: 900 })]);
      const leaving = await someone({ deletedDaysAgo: 1, graceDays: 30 });
      const refused = await call(leaving.key, 'updateProfile', { timezone: 'UTC' });
      expect([refused.status, refused.body]).toEqual([
        403,
        failure('ACCOUNT_SCHEDULED_FOR_DELETION'),
      ]);
      const { data } = (await call(leaving.key, 'getProfile')).body;
      expect(data.deletion).toEqual({ requestedAt: rfc3339, scheduledFor: rfc3339 });
    });

    test('a cookie without proof that the page itself asks', async () => {
      const me = await someone();
      const cookie = await world().demo.signInByCookie(me.username ?? '', { type: 'web' });
      const Cookie = `account_session=${cookie}`;
      for (const { name } of operations) {
        const { status, body } = await call(undefined, name, argumentsOf[name], { Cookie });
        expect([status, body]).toEqual([403, failure('PERMISSION_DENIED')]);
      }
      const own = { Cookie, 'Sec-Fetch-Site': 'same-origin' };
      expect((await call(undefined, 'getProfile', {}, own)).status).toBe(200);
    });

    test('everything, while the service fails', async () => {
      const me = await someone();
      const app = world().remake({
        db: {
          ...world().db,
          query: async () => {
            throw new Error('select secret');
          },
        },
      });
      const answer = await reply(
        await app.request('/api/sdk/v1/user/getProfile', {
          method: 'POST',
          headers: { 'X-API-Key': me.key },
        }),
      );
      expect([answer.status, answer.body]).toEqual([500, failure('INTERNAL_ERROR')]);
      expect(answer.text).not.toContain('secret');
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
    await world().db.query('update sessions set expires_at = now()');
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
