import { decodeJwt, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Hono } from 'hono';
import type { AppEnv } from '../../src/server/http/app-env.ts';
import { Jar, startProvider, type RealProvider } from './provider.ts';
import { onBothDatabases } from './world.ts';

const publicUrl = 'http://localhost';
const event = 'http://schemas.openid.net/event/backchannel-logout';

let provider: RealProvider;
beforeAll(async () => {
  // What a provider for development says of itself is not ours to hear.
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  provider = await startProvider(publicUrl);
});
afterAll(() => provider.stop());
beforeEach(() => {
  provider.tamper = undefined;
});

onBothDatabases((world) => {
  let app: Hono<AppEnv>;
  const config = () => ({
    issuer: provider.issuer,
    jwksUrl: provider.jwksUrl,
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
    publicUrl,
  });
  beforeEach(() => {
    world().logged.length = 0;
    app = world().remake({
      demo: undefined as never,
      signIn: config(),
      identity: {
        issuer: provider.issuer,
        verify: () => Promise.reject(new Error('no tokens here')),
      },
    });
  });

  /** A browser: keeps cookies, follows nothing. */
  function browser() {
    const jar = new Jar();
    const all: string[] = [];
    return {
      jar,
      /** Everything it ever got, to be searched. */
      all,
      async go(path: string, init: RequestInit = {}) {
        const cookie = jar.header();
        const response = await app.request(path.replace(publicUrl, ''), {
          ...init,
          headers: {
            'Sec-Fetch-Site': 'same-origin',
            Accept: 'text/html',
            ...(cookie && { Cookie: cookie }),
            ...(init.headers as Record<string, string>),
          },
        });
        jar.take(response.headers);
        const text = await response.text();
        all.push(text, JSON.stringify([...response.headers]));
        return { status: response.status, headers: response.headers, text };
      },
    };
  }
  type Browser = ReturnType<typeof browser>;

  const begin = async (who: Browser, path = '/sign-in?next=/usage') => {
    const answer = await who.go(path);
    return answer.headers.get('Location') ?? '';
  };
  const signIn = async (who: Browser, login = 'ada', path?: string, jar?: Jar) =>
    who.go(await provider.visit(await begin(who, path), login, jar));
  const me = (who: Browser) => who.go('/me', { headers: { Accept: 'application/json' } });

  test('somebody signs in at the provider and is back where they wanted to go', async () => {
    const ada = browser();
    const answer = await signIn(ada);
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/usage']);
    const account = JSON.parse((await me(ada)).text) as Record<string, unknown>;
    expect(account).toMatchObject({ name: 'ada Lovelace', username: 'ada', status: 'active' });
    // The same person again is the same account.
    const again = browser();
    await signIn(again);
    expect(JSON.parse((await me(again)).text)).toMatchObject({ id: account['id'] });
  });

  test('the request has state, nonce and PKCE, and a page leads there by itself', async () => {
    const url = new URL(await begin(browser()));
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: provider.clientId,
      redirect_uri: `${publicUrl}/sign-in/callback`,
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(url.searchParams.has('client_secret')).toBe(false);
  });

  test('the cookie is out of reach of scripts and other hosts, and new with each sign-in', async () => {
    const ada = browser();
    await begin(ada);
    const first = await signIn(ada);
    expect(first.headers.get('Set-Cookie')).toMatch(
      /^account_session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const before = ada.jar.cookies.get('account_session');
    await signIn(ada);
    expect(ada.jar.cookies.get('account_session')).not.toBe(before);
    const thief = browser();
    thief.jar.cookies.set('account_session', before ?? '');
    expect((await me(thief)).status).toBe(401);
  });

  test('over TLS the cookies have the prefix that no other host can set', async () => {
    const ada = browser();
    const https = { headers: { 'X-Forwarded-Proto': 'https' } };
    const begun = await ada.go('/sign-in', https);
    expect(begun.headers.get('Set-Cookie')).toMatch(
      /^__Host-account_sign_in=[^;]+; Max-Age=900; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const back = await provider.visit(begun.headers.get('Location') ?? '', 'ada');
    const answer = await ada.go(back, https);
    expect(answer.headers.get('Set-Cookie')).toMatch(
      /^__Host-account_session=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  test('a cookie that somebody planted before is worth nothing afterwards', async () => {
    const mallory = browser();
    await signIn(mallory, 'mallory');
    const planted = mallory.jar.cookies.get('account_session') ?? '';
    const ada = browser();
    ada.jar.cookies.set('account_session', planted);
    await signIn(ada);
    expect((await me(mallory)).status).toBe(401);
  });

  describe('is refused, and nobody is signed in:', () => {
    const expectRefused = async (who: Browser, path: string, status = 400) => {
      const answer = await who.go(path);
      expect(answer.status).toBe(status);
      expect(answer.text).toContain('Try again');
      expect(who.jar.cookies.has('account_session')).toBe(false);
      expect((await me(who)).status).toBe(401);
      return answer;
    };

    test('a state stolen from another browser', async () => {
      const ada = browser();
      const back = await provider.visit(await begin(ada), 'ada');
      const thief = browser();
      await begin(thief);
      await expectRefused(thief, back);
      await expectRefused(browser(), back);
      // The one it belongs to is not locked out by that.
      expect((await ada.go(back)).status).toBe(303);
    });

    test('a code played back', async () => {
      const ada = browser();
      const back = await provider.visit(await begin(ada), 'ada');
      await ada.go(back);
      ada.jar.cookies.delete('account_session');
      await expectRefused(ada, back);
      // With a state that is good, the provider refuses the code itself.
      const fresh = new URL(await begin(ada)).searchParams.get('state') ?? '';
      const replayed = new URL(back);
      replayed.searchParams.set('state', fresh);
      await expectRefused(ada, replayed.href);
    });

    test('an ID token with another nonce', async () => {
      const ada = browser();
      const back = await provider.visit(await begin(ada), 'ada');
      provider.tamper = async (body) => {
        const answer = JSON.parse(body) as { id_token: string };
        const claims = JSON.parse(
          Buffer.from(answer.id_token.split('.')[1] ?? '', 'base64url').toString(),
        ) as Record<string, unknown>;
        const forged = await new SignJWT({ ...claims, nonce: 'another' })
          .setProtectedHeader({ alg: 'RS256', kid: 'one' })
          .sign(provider.key);
        return JSON.stringify({ ...answer, id_token: forged });
      };
      await expectRefused(ada, back);
    });

    test.each([
      ['issuer', { iss: 'https://evil.example' }],
      ['audience', { aud: 'somebody-else' }],
      ['end', { exp: 1 }],
    ])('an ID token with another %s', async (_, wrong) => {
      const ada = browser();
      const back = await provider.visit(await begin(ada), 'ada');
      provider.tamper = async (body) => {
        const answer = JSON.parse(body) as { id_token: string };
        const claims = JSON.parse(
          Buffer.from(answer.id_token.split('.')[1] ?? '', 'base64url').toString(),
        ) as Record<string, unknown>;
        const forged = await new SignJWT({ ...claims, ...wrong })
          .setProtectedHeader({ alg: 'RS256', kid: 'one' })
          .sign(provider.key);
        return JSON.stringify({ ...answer, id_token: forged });
      };
      await expectRefused(ada, back);
    });

    test('a sign-in that took too long', async () => {
      const ada = browser();
      const back = await provider.visit(await begin(ada), 'ada');
      await world().db.query(
        "update sign_in_attempts set expires_at = now() - interval '1 second'",
      );
      await expectRefused(ada, back);
    });

    test('somebody who said no', async () => {
      const ada = browser();
      const state = new URL(await begin(ada)).searchParams.get('state') ?? '';
      const iss = encodeURIComponent(provider.issuer);
      await expectRefused(
        ada,
        `/sign-in/callback?error=access_denied&error_description=canary&state=${state}&iss=${iss}`,
        403,
      );
    });

    test('an answer of another provider, an empty one, and one without end', async () => {
      const ada = browser();
      const state = new URL(await begin(ada)).searchParams.get('state') ?? '';
      await expectRefused(ada, `/sign-in/callback?code=x&state=${state}&iss=https://evil.example`);
      await expectRefused(ada, '/sign-in/callback');
      await expectRefused(ada, `/sign-in/callback?state=${'x'.repeat(5000)}`);
    });
  });

  test.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'nobody is led to %s',
    async (next) => {
      const answer = await signIn(browser(), 'ada', `/sign-in?next=${encodeURIComponent(next)}`);
      expect(answer.headers.get('Location')).toBe('/');
    },
  );

  test('a fresh sign-in is asked for when a step needs one', async () => {
    const jar = new Jar();
    const ada = browser();
    await signIn(ada, 'ada', undefined, jar);
    const url = await begin(ada, '/sign-in?next=/danger-zone&max_age=900');
    expect(new URL(url).searchParams.get('max_age')).toBe('900');
    // Whoever has to sign in anew is asked, although the provider knows them.
    const anew = await begin(ada, '/sign-in?next=/danger-zone&max_age=0');
    const answer = await ada.go(await provider.visit(anew, 'ada', jar));
    expect(answer.headers.get('Location')).toBe('/danger-zone');
    const gone = await ada.go('/me', { method: 'DELETE' });
    expect(gone.status).toBe(202);
  });

  test('a sign-in of long ago does not delete the account', async () => {
    const ada = browser();
    await signIn(ada);
    await world().db.query("update sessions set authenticated_at = now() - interval '16 minutes'");
    const answer = await ada.go('/me', { method: 'DELETE' });
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'StepUpRequired', maxAge: 900 });
  });

  test('a provider that is down is said so, and is tried again', async () => {
    const away = world().remake({
      demo: undefined as never,
      signIn: { ...config(), issuer: 'http://127.0.0.1:1' },
    });
    const answer = await away.request('/sign-in', { headers: { 'Accept-Language': 'ar' } });
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('dir="rtl"');
  });

  describe('signing out', () => {
    test('ends the session here and goes on to the provider', async () => {
      const ada = browser();
      await signIn(ada);
      const cookie = ada.jar.cookies.get('account_session') ?? '';
      const answer = await ada.go('/sign-out', { method: 'POST' });
      expect(answer.headers.get('Clear-Site-Data')).toBe('"cache"');
      const url = new URL(answer.headers.get('Location') ?? '');
      expect(url.origin + url.pathname).toBe(`${provider.issuer}/session/end`);
      expect(Object.fromEntries(url.searchParams)).toEqual({
        client_id: provider.clientId,
        post_logout_redirect_uri: `${publicUrl}/signed-out`,
      });
      ada.jar.cookies.set('account_session', cookie);
      expect((await me(ada)).status).toBe(401);
      expect((await ada.go('/signed-out')).text).toContain('You are signed out');
    });

    test('is not for other sites to do', async () => {
      const ada = browser();
      await signIn(ada);
      const foreign = { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' } };
      expect((await ada.go('/sign-out', foreign)).status).toBe(403);
      expect((await me(ada)).status).toBe(200);
    });
  });

  describe('a logout token', () => {
    const post = (token: string) =>
      app.request('/sign-in/back-channel-logout', {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ logout_token: token }),
      });
    let tokens = 0;
    const token = (
      claims: Record<string, unknown>,
      { key = provider.key, aud = provider.clientId, age = 0 } = {},
    ) =>
      new SignJWT({ events: { [event]: {} }, jti: `token-${(tokens += 1)}`, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'one', typ: 'logout+jwt' })
        .setIssuer(provider.issuer)
        .setAudience(aud)
        .setIssuedAt(Math.floor(Date.now() / 1000) - age)
        .setExpirationTime('2m')
        .sign(key);

    test('signs out the sessions of one session at the provider', async () => {
      const [ada, phone] = [browser(), browser()];
      let sid: string | undefined;
      provider.tamper = (body) => {
        const { id_token: idToken } = JSON.parse(body) as { id_token: string };
        const part = Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString();
        sid ??= (JSON.parse(part) as { sid: string }).sid;
        return body;
      };
      await signIn(ada);
      provider.tamper = undefined;
      await signIn(phone);
      expect(sid).toBeDefined();
      const good = await token({ sid });
      const answer = await post(good);
      expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
      expect((await me(ada)).status).toBe(401);
      expect((await me(phone)).status).toBe(200);
      // Played back it does nothing more.
      expect((await post(good)).status).toBe(400);
    });

    test('without a session signs out everywhere', async () => {
      const [ada, phone, bob] = [browser(), browser(), browser()];
      await signIn(ada);
      await signIn(phone);
      await signIn(bob, 'bob');
      expect((await post(await token({ sub: 'ada' }))).status).toBe(200);
      expect((await me(ada)).status).toBe(401);
      expect((await me(phone)).status).toBe(401);
      expect((await me(bob)).status).toBe(200);
    });

    test('keeps out tokens of the session that the service sees later', async () => {
      app = world().remake({
        demo: undefined as never,
        signIn: config(),
        identity: { issuer: provider.issuer, verify: async (jwt) => decodeJwt(jwt) },
      });
      const bearer = async (sub: string, sid: string, age = 10) => {
        const now = Math.floor(Date.now() / 1000);
        const jwt = await new SignJWT({ sub, sid, iat: now - age, exp: now + 300 })
          .setProtectedHeader({ alg: 'RS256' })
          .sign(provider.key);
        const headers = { Authorization: `Bearer ${jwt}` };
        return (await app.request('/me', { headers })).status;
      };
      expect((await post(await token({ sid: 'over' }))).status).toBe(200);
      expect(await bearer('cy', 'over')).toBe(401);
      // It left no account either; another session of the same person is good.
      expect(
        await world().db.query("select 1 from accounts where subject = 'cy' and issuer = $1", [
          provider.issuer,
        ]),
      ).toEqual([]);
      expect(await bearer('cy', 'fresh')).toBe(200);
      // Signed out everywhere: nothing of before is good, what comes after is.
      expect((await post(await token({ sub: 'cy' }))).status).toBe(200);
      expect(await bearer('cy', 'fresh')).toBe(401);
      expect(await bearer('cy', 'unseen')).toBe(401);
      expect(await bearer('dora', 'dora-session')).toBe(200);
      expect(await bearer('cy', 'later', -2)).toBe(200);
    });

    test('that is none signs out nobody', async () => {
      const ada = browser();
      await signIn(ada);
      const { privateKey } = await generateKeyPair('RS256');
      const wrong = [
        'no.token.atall',
        '',
        await token({ sub: 'ada' }, { key: privateKey }),
        await token({ sub: 'ada' }, { aud: 'somebody-else' }),
        await token({ sub: 'ada' }, { age: 3600 }),
        await token({ sub: 'ada', nonce: 'x' }),
        await token({ sub: 'ada', events: {} }),
        await token({ sub: 'ada', events: undefined }),
        await token({ sub: 'ada', jti: undefined }),
        await token({}),
      ];
      for (const one of wrong) expect((await post(one)).status).toBe(400);
      expect((await me(ada)).status).toBe(200);
    });
  });

  test('no token reaches the browser, the log or the database', async () => {
    const found: string[] = [];
    provider.tamper = (body) => {
      const answer = JSON.parse(body) as Record<string, string>;
      found.push(...['access_token', 'id_token'].map((name) => answer[name] ?? ''));
      return body;
    };
    const ada = browser();
    await signIn(ada);
    await me(ada);
    await ada.go('/sign-out', { method: 'POST' });
    expect(found.filter(Boolean)).toHaveLength(2);
    const rows = await Promise.all(
      ['sessions', 'accounts', 'sign_in_attempts', 'logout_tokens'].map((table) =>
        world().db.query(`select * from ${table}`),
      ),
    );
    const everything = [ada.all, world().logged, JSON.stringify(rows)].join('\n');
    for (const one of [...found, provider.clientSecret]) expect(everything).not.toContain(one);
    expect(ada.all.join()).toContain('account_session');
  });
});
