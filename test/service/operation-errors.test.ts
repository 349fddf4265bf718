import { expect, describe, test } from 'vitest';
import { operations } from '../../src/server/http/operations/table.ts';
import { argumentsOf, operationClient } from './operation-client.ts';
import { onBothDatabases, reply } from './world.ts';

const rfc3339 = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

onBothDatabases((world) => {
  const { send, call, callOld, someone } = operationClient(world);

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
      const cookie = await world().demo.signInByCookie(me.username, { type: 'web' });
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
});
