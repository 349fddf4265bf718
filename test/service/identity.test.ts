import { SignJWT, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../src/server/http/routes/all.ts';
import { demoNames } from '../../src/server/identity/demo-key.ts';
import { issuerVerifier } from '../../src/server/identity/tokens.ts';
import { maintain } from '../../src/server/maintenance.ts';
import { startIssuer } from './issuer.ts';
import type { Issuer } from './issuer.ts';
import { onBothDatabases, reply } from './world.ts';
import type { Reply } from './world.ts';

const nobody = crypto.randomUUID();

/** Every call of the dialect with a request that would do something. */
const calls = routes.map(({ method, path, body, operationId }) => ({
  operationId,
  method,
  path:
    path.replace(':id', nobody) +
    ({
      getUsageHistory: '?from=2026-01-01&to=2026-01-02',
      getUsernameAvailability: '?username=somebody',
      revokeOtherSessions: '?except=current',
    }[operationId] ?? ''),
  json: body && {},
}));

onBothDatabases((world) => {
  const demoToken = async (
    claims: Record<string, unknown>,
    { issuer = demoNames.issuer, audience = demoNames.audience, expires = '1h' } = {},
  ) => {
    const { privateKey } = await generateKeyPair('ES256');
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(expires)
      .sign(privateKey);
  };

  describe.each(calls)('$method $path', ({ method, path, json }) => {
    const ask = (token: string | undefined, headers: Record<string, string> = {}) =>
      world().call(token, path, { method, json, headers });

    test('is closed to whoever does not say who they are', async () => {
      const refused = await ask(undefined);
      expect([refused.status, refused.body.code]).toEqual([401, 'Unauthorized']);
      expect(refused.headers.get('WWW-Authenticate')).toBe('Bearer');
    });

    test('is closed to tokens that are not ours, even beside a good cookie', async () => {
      const me = await world().person({ username: 'cookie-owner' });
      const cookie = await world().demo.signInByCookie('cookie-owner', { type: 'test' });
      const good = me.token.split('.');
      const unsigned = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
      const bad = [
        'nonsense',
        `${unsigned}.${good[1]}.`,
        `${good[0]}.${good[1]}.${good[2]?.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`,
        await demoToken({ sub: me.id, sid: nobody }),
        'x'.repeat(9000),
      ];
      for (const token of bad) {
        const refused = await ask(token, {
          Cookie: `account_session=${cookie}`,
          'Sec-Fetch-Site': 'same-origin',
        });
        expect(refused.status).toBe(401);
      }
      expect((await world().call(me, '/me')).status).toBe(200);
    });

    test('by cookie, changes need proof that the page itself asks', async () => {
      await world().person({ username: 'cookie-owner' });
      const cookie = await world().demo.signInByCookie('cookie-owner', { type: 'test' });
      const headers = { Cookie: `account_session=${cookie}` };
      const foreign: Record<string, string>[] = [
        {},
        { 'Sec-Fetch-Site': 'cross-site' },
        { 'Sec-Fetch-Site': 'same-site', Origin: 'http://localhost' },
        { Origin: 'https://evil.example' },
        { Origin: 'null' },
      ];
      for (const origin of foreign) {
        const { status } = await ask(undefined, { ...headers, ...origin });
        expect(status).toBe(method === 'GET' ? 200 : 403);
      }
      for (const origin of [{ 'Sec-Fetch-Site': 'same-origin' }, { Origin: 'http://localhost' }]) {
        expect((await ask(undefined, { ...headers, ...origin })).status).not.toBe(403);
        if (path === '/me' && method === 'DELETE') break;
      }
    });
  });

  test('a person never sees or changes another’s account', async () => {
    const me = await world().person({ name: 'Me' });
    const other = await world().person({ name: 'Other', bio: 'secret of the other' });
    for (const { method, path, json } of calls.filter((each) => each.operationId !== 'deleteMe')) {
      const { text } = await world().call(me, path, { method, json });
      expect(text).not.toContain(other.id);
      expect(text).not.toContain('secret of the other');
    }
    expect((await world().call(other, '/me')).body).toMatchObject({ name: 'Other' });
  });

  describe('a caller that says whose account it shows', () => {
    const shown: [method: string, path: string, json?: unknown][] = [
      ['GET', '/me/sessions'],
      ['PATCH', '/me/preferences', { theme: 'dark' }],
      ['DELETE', '/me/sessions?except=current'],
      ['DELETE', '/me'],
    ];

    test.each(shown)('%s %s is served to the same person', async (method, path, json) => {
      const me = await world().person();
      for (const id of [me.id, me.id.toUpperCase()]) {
        const headers = { 'Account-Id': id };
        const served = await world().call(await world().signIn(me), path, {
          method,
          json,
          headers,
        });
        expect(served.status).toBeLessThan(300);
        if (path === '/me') break;
      }
    });

    test.each(shown)('%s %s does nothing once somebody else is in', async (method, path, json) => {
      const me = await world().person();
      const other = await world().person();
      const second = await world().signIn(other);
      await world().db.query(`update sessions set last_active = now() - interval '2 minutes'`);
      const state = () =>
        Promise.all(
          ['accounts', 'sessions', 'preferences', 'idempotency_keys'].map((table) =>
            world().db.query(`select * from ${table} order by 1`),
          ),
        );
      const before = await state();
      for (const id of [me.id, 'nonsense', '']) {
        const headers = { 'Account-Id': id, 'Idempotency-Key': 'once' };
        const refused = await world().call(other, path, { method, json, headers });
        expect([refused.status, refused.body.code, refused.body.message]).toEqual([
          409,
          'AccountChanged',
          'Somebody else is signed in now.',
        ]);
        expect(refused.text).not.toContain(other.id);
      }
      expect(await state()).toEqual(before);
      expect((await world().call(second, '/me')).status).toBe(200);
    });

    test('is refused on every call', async () => {
      const me = await world().person();
      for (const { method, path, json } of calls) {
        const headers = { 'Account-Id': nobody };
        expect((await world().call(me, path, { method, json, headers })).status).toBe(409);
      }
    });

    test('without a sign-in is told just that', async () => {
      const headers = { 'Account-Id': nobody };
      expect((await world().call(undefined, '/me', { headers })).status).toBe(401);
    });
  });

  test('a cookie reads the account, is stored only as a hash, and dies when signed out', async () => {
    const me = await world().person({ username: 'cookie-owner' });
    const signedIn = await world().app.request('/sign-in', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Sec-Fetch-Site': 'same-origin',
        'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0',
      },
      body: 'username=Cookie-Owner&next=%2Fusage%3Ffrom%3D1',
    });
    expect([signedIn.status, signedIn.headers.get('Location')]).toEqual([303, '/usage?from=1']);
    const set = signedIn.headers.get('Set-Cookie') ?? '';
    expect(set).toMatch(
      /^account_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const Cookie = set.split(';')[0] ?? '';
    const { body } = await world().call(undefined, '/me/sessions', { headers: { Cookie } });
    expect(body.results[0]).toMatchObject({
      current: true,
      type: 'web',
      browser: 'Firefox 133',
      os: 'Linux',
    });
    const rows = await world().db.query('select * from sessions where account_id = $1', [me.id]);
    expect(JSON.stringify(rows)).not.toContain(Cookie.split('=')[1]);
    const foreign = await world().call(undefined, '/sign-out', {
      method: 'POST',
      headers: { Cookie, 'Sec-Fetch-Site': 'cross-site' },
    });
    expect(foreign.status).toBe(403);
    const out = await world().call(undefined, '/sign-out', {
      method: 'POST',
      headers: { Cookie, 'Sec-Fetch-Site': 'same-origin' },
    });
    expect([out.status, out.headers.get('Location')]).toEqual([303, '/sign-in']);
    expect(out.headers.get('Set-Cookie')).toContain('Max-Age=0');
    expect(out.headers.get('Clear-Site-Data')).toBe('"cache"');
    expect((await world().call(undefined, '/me', { headers: { Cookie } })).status).toBe(401);
  });

  test('the cookie is Secure behind https', async () => {
    await world().person({ username: 'cookie-owner' });
    const signedIn = await world().call(undefined, '/sign-in', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'X-Forwarded-Proto': 'https',
      },
      body: 'username=cookie-owner',
    });
    expect(signedIn.headers.get('Set-Cookie')).toContain('; Secure');
    expect(signedIn.headers.get('Strict-Transport-Security')).toContain('max-age=');
  });

  describe('tokens of an issuer', () => {
    let issuer: Issuer;
    beforeAll(async () => {
      issuer = await startIssuer();
    });
    afterAll(() => issuer.stop());

    const appOf = (trust = issuer.trust) =>
      world().remake({ identity: { verify: issuerVerifier(trust), issuer: trust.url } });

    async function ask(token: string, path = '/me', init: RequestInit = {}): Promise<Reply> {
      const headers = { ...init.headers, Authorization: `Bearer ${token}` };
      return reply(await appOf().request(path, { ...init, headers }));
    }

    test('make an account on first sight, from the claims that pass our rules', async () => {
      await world().person({ username: 'grace' });
      const token = await issuer.sign({
        sub: 'g1',
        name: 'Grace Hopper',
        preferred_username: 'Grace',
        email: 'grace@navy.example',
        email_verified: true,
        phone_number: '+1 (202) 555-0199',
        locale: 'en-US',
        zoneinfo: 'America/New_York',
        picture: 'http://insecure.example/a.png',
      });
      const { body } = await ask(token);
      expect(body).toMatchObject({
        name: 'Grace Hopper',
        username: 'Grace-2',
        email: 'grace@navy.example',
        phoneNumber: '+12025550199',
        locale: 'en-US',
        timezone: 'America/New_York',
        activeSessions: 1,
      });
      expect(body).not.toHaveProperty('avatarUrl');
      expect(body.emails[0].verified).toBe(true);
      expect((await ask(await issuer.sign({ sub: 'g1', jti: 'other' }))).body.id).toBe(body.id);
    });

    test('make one account when many first requests arrive at once', async () => {
      const token = await issuer.sign({ sub: 'many', sid: 'one' });
      const replies = await Promise.all(Array.from({ length: 8 }, () => ask(token)));
      expect(new Set(replies.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
      expect((await ask(token)).body.activeSessions).toBe(1);
    });

    test('are refused when wrong in any way', async () => {
      const now = Math.floor(Date.now() / 1000);
      const { privateKey } = await generateKeyPair('RS256');
      const wrong = [
        await issuer.sign({ sub: 'w' }, { issuer: 'https://other.example' }),
        await issuer.sign({ sub: 'w' }, { audience: 'somebody-else' }),
        await issuer.sign({ sub: 'w' }, { expires: now - 10 }),
        await issuer.sign({ sub: 'w', nbf: now + 60 }),
        await issuer.sign({ sub: 'w' }, { key: privateKey }),
        await issuer.sign({}),
      ];
      for (const token of wrong) {
        const refused = await ask(token);
        expect(refused.status).toBe(401);
        expect(refused.headers.get('WWW-Authenticate')).toMatch(/^Bearer/);
      }
      expect(await world().db.query('select 1 from accounts')).toEqual([]);
    });

    test('a revoked session stays dead, whatever is still signed for it', async () => {
      const first = await issuer.sign({ sub: 's', sid: 'one' });
      const second = await issuer.sign({ sub: 's', sid: 'two' });
      await ask(second);
      const { body } = await ask(first, '/me/sessions');
      const id = body.results.find((row: { current: boolean }) => !row.current).id;
      expect((await ask(first, `/me/sessions/${id}`, { method: 'DELETE' })).status).toBe(204);
      expect((await ask(second)).status).toBe(401);
      expect((await ask(await issuer.sign({ sub: 's', sid: 'two', n: 1 }))).status).toBe(401);
      expect((await ask(first)).status).toBe(200);
    });

    test('a revoked session is not forgotten while the issuer still signs for it', async () => {
      const [first, second] = await Promise.all(
        ['one', 'two'].map((sid) => issuer.sign({ sub: 's', sid })),
      );
      await ask(second ?? '');
      await ask(first ?? '', '/me/sessions?except=current', { method: 'DELETE' });
      const pass = (days: number) =>
        world().db.query(
          `update sessions set revoked_at = revoked_at - make_interval(days => $1::int),
             expires_at = expires_at - make_interval(days => $1::int)`,
          [days],
        );
      await pass(80);
      expect((await ask(await issuer.sign({ sub: 's', sid: 'two', n: 1 }))).status).toBe(401);
      await pass(20);
      await maintain(world().db);
      expect((await ask(await issuer.sign({ sub: 's', sid: 'two', n: 2 }))).status).toBe(401);
      await pass(100);
      await maintain(world().db);
      expect(await world().db.query('select 1 from sessions')).toEqual([]);
    });

    test('issued before a deletion are dead, even those never seen', async () => {
      const earlier = Math.floor(Date.now() / 1000) - 30;
      const used = await issuer.sign({ sub: 'd', sid: 'one', auth_time: earlier });
      const unseen = await issuer.sign({ sub: 'd', sid: 'two', iat: earlier });
      expect((await ask(used, '/me', { method: 'DELETE' })).status).toBe(202);
      expect((await ask(used)).status).toBe(401);
      expect((await ask(unseen)).status).toBe(401);
      await world().db.query(
        `update accounts set tokens_valid_after = now() - interval '10 seconds'`,
      );
      expect((await ask(unseen)).status).toBe(401);
      const fresh = await ask(await issuer.sign({ sub: 'd', sid: 'three' }));
      expect(fresh.body.deletion).toBeDefined();
      expect(fresh.body.activeSessions).toBe(1);
    });

    test('deleting goes by when the person signed in, not when the token was made', async () => {
      const old = Math.floor(Date.now() / 1000) - 1000;
      const token = await issuer.sign({ sub: 'd', sid: 'one', auth_time: old });
      expect((await ask(token, '/me', { method: 'DELETE' })).body.code).toBe('StepUpRequired');
    });

    test.each([undefined, 'now', -1, 1e300])(
      'deleting needs to know when the person signed in: auth_time %s does not say',
      async (auth_time) => {
        const token = await issuer.sign({ sub: 'd', auth_time });
        const refused = await ask(token, '/me', { method: 'DELETE' });
        expect([refused.status, refused.body.code]).toEqual([403, 'StepUpRequired']);
        expect((await ask(token)).status).toBe(200);
      },
    );

    test('keys that cannot be fetched are our problem, not the caller’s', async () => {
      const closed = await startIssuer();
      await closed.stop();
      const token = await issuer.sign({ sub: 'x' });
      const answer = await reply(
        await appOf(closed.trust).request('/me', { headers: { Authorization: `Bearer ${token}` } }),
      );
      expect([answer.status, answer.body.code]).toEqual([503, 'ServiceUnavailable']);
      expect(answer.headers.get('Retry-After')).toBe('5');
    });
  });
});

test.each(['ES256', 'PS256', 'EdDSA'])('issuers may sign with %s', async (algorithm) => {
  const issuer = await startIssuer(algorithm);
  const token = await issuer.sign({ sub: 'a' });
  const claims = await issuerVerifier(issuer.trust)(token);
  await issuer.stop();
  expect(claims.sub).toBe('a');
});
