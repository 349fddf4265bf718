import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issuerVerifier } from '../../src/server/identity/tokens.ts';
import { headersOf, sam } from './callers.ts';
import { startIssuer } from './issuer.ts';
import type { Issuer } from './issuer.ts';
import { onBothDatabases, reply } from './world.ts';
import type { Reply } from './world.ts';

/** A client's own token as each issuer signs it. */
const clientsTokens: { by: string; claims: Record<string, unknown>; id: string }[] = [
  { by: 'RFC 9068', claims: { sub: 'billing', client_id: 'billing' }, id: 'billing' },
  { by: 'Google', claims: { sub: '1081', azp: '1081', email: 'b@x.example' }, id: '1081' },
  {
    by: 'Keycloak',
    claims: {
      sub: '4f6c8a52-93a5-44c2-ae1f-30ab0d63ea4f',
      typ: 'Bearer',
      azp: 'Billing',
      acr: '1',
      realm_access: { roles: ['offline_access'] },
      scope: 'email profile',
      email_verified: false,
      preferred_username: 'service-account-billing',
      clientHost: '192.0.2.7',
    },
    id: 'Billing',
  },
  {
    by: 'Keycloak by client_id',
    claims: { sub: '4f6c', client_id: 'billing', preferred_username: 'service-account-billing' },
    id: 'billing',
  },
  {
    by: 'Auth0',
    claims: { sub: 'K1AU@clients', azp: 'K1AU', gty: 'client-credentials' },
    id: 'K1AU',
  },
  {
    by: 'Auth0 without azp',
    claims: { sub: 'K1AU@clients', gty: 'client-credentials' },
    id: 'K1AU@clients',
  },
  {
    by: 'Auth0 in its RFC 9068 profile',
    claims: { sub: 'K1AU@clients', client_id: 'K1AU', jti: '73Wa' },
    id: 'K1AU',
  },
  {
    by: 'Okta',
    claims: { ver: 1, jti: 'AT.0m', cid: '0oa1', sub: '0oa1', scp: ['billing.read'] },
    id: '0oa1',
  },
  {
    by: 'Entra, version 2',
    claims: { sub: 'ab12', oid: 'ab12', azp: '6e74', azpacr: '1', idtyp: 'app', ver: '2.0' },
    id: '6e74',
  },
  {
    by: 'Entra, version 1',
    claims: { sub: 'ab12', oid: 'ab12', appid: '6e74', appidacr: '1', idtyp: 'app', ver: '1.0' },
    id: '6e74',
  },
  {
    by: 'Entra without idtyp',
    claims: { sub: 'ab12', oid: 'ab12', azp: '6e74', azpacr: '2', roles: ['Billing.Read'] },
    id: '6e74',
  },
];

/** A person's token, through a client, as each issuer signs it. */
const peoplesTokens: { by: string; claims: Record<string, unknown> }[] = [
  {
    by: 'RFC 9068',
    claims: { sub: 'p', sid: 'one', client_id: 'page', jti: 'j', scope: 'openid profile' },
  },
  { by: 'Keycloak', claims: { sub: 'p', azp: 'page', preferred_username: 'ada', scope: 'openid' } },
  {
    by: 'Keycloak, to somebody with a name like a service’s',
    claims: { sub: 'p', azp: 'page', preferred_username: 'service-account-of-mine' },
  },
  { by: 'Auth0', claims: { sub: 'auth0|65', azp: 'K1AU', gty: 'password', scope: 'openid' } },
  { by: 'Okta', claims: { sub: 'ada@x.example', uid: '00u1', cid: '0oa1', scp: ['openid'] } },
  {
    by: 'Entra',
    claims: { sub: 'p', oid: 'ab12', azp: '6e74', azpacr: '1', idtyp: 'user', scp: 'access' },
  },
  {
    by: 'Azure AD B2C, where subject and object are one',
    claims: { sub: 'ab12', oid: 'ab12', azp: '6e74', name: 'Ada' },
  },
];

onBothDatabases((world) => {
  describe('whoever acts for a person', () => {
    test('is seen in the list of sessions by token, cookie and key, and can be signed out', async () => {
      const me = await world().person();
      const { demo } = world();
      const token = await demo.signInByToken(me.username, { type: 'web' }, sam);
      const cookie = await demo.signInByCookie(me.username, { type: 'web' }, sam);
      const key = await demo.issueApiKey(me.username, sam);
      const credentials: Record<string, string>[] = [
        { Authorization: `Bearer ${token}` },
        { Cookie: `account_session=${cookie}` },
        { 'X-API-Key': key ?? '' },
      ];
      for (const headers of credentials) {
        const { body } = await world().call(undefined, '/me/sessions', { headers });
        expect(body.results[0]).toMatchObject({ current: true, type: 'delegated', actor: sam });
        expect((await world().call(undefined, '/me', { headers })).body.actor).toEqual(sam);
      }
      const { body } = await world().call(me, '/me/sessions');
      const [own, ...others] = body.results;
      expect(own).not.toHaveProperty('actor');
      expect(others).toHaveLength(3);
      for (const { id } of others) {
        const gone = await world().call(me, `/me/sessions/${id}`, { method: 'DELETE' });
        expect(gone.status).toBe(204);
      }
      for (const headers of credentials) {
        expect((await world().call(undefined, '/me', { headers })).status).toBe(401);
      }
      expect((await world().call(me, '/me')).status).toBe(200);
    });

    test('signs in on the demo’s page beside the person', async () => {
      const me = await world().person({ name: 'Ada <b>' });
      const { text } = await world().call(undefined, '/sign-in');
      expect(text).toContain('Act for <bdi>Ada &lt;b&gt;</bdi>');
      const signIn = async (fields: string) => {
        const { status, headers } = await world().call(undefined, '/sign-in', {
          method: 'POST',
          body: `username=${me.username}&next=%2F${fields}`,
          headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        });
        expect(status).toBe(303);
        const Cookie = headers.get('Set-Cookie')?.split(';')[0] ?? '';
        return (await world().call(undefined, '/me', { headers: { Cookie } })).body;
      };
      expect(await signIn('&acting=yes')).toMatchObject({ executionMode: 'delegated', actor: sam });
      expect(await signIn('')).not.toHaveProperty('actor');
    });

    test('is in the export of the person', async () => {
      const me = await world().person();
      await world().demo.signInByToken(me.username, { type: 'web' }, sam);
      const { body } = await world().call(me, '/me/export');
      expect(body.sessions).toContainEqual(expect.objectContaining({ actor: sam }));
    });
  });

  describe('a service', () => {
    test('names the person by id or subject, and leaves no session', async () => {
      const me = await world().person({ username: 'named', subject: 'subject-of-named' });
      const before = await world().db.query('select * from sessions');
      const headers = await headersOf(world(), 'service', me);
      for (const person of [me.id, me.id.toUpperCase(), 'subject-of-named']) {
        const { status, body } = await world().call(undefined, '/me', {
          headers: { ...headers, 'Account-Id': person },
        });
        expect([status, body.id]).toEqual([200, me.id]);
      }
      expect(await world().db.query('select * from sessions')).toEqual(before);
      const { body } = await world().call(undefined, '/me/sessions', { headers });
      expect(body.total).toBe(1);
      expect(body.results.map((row: { current: boolean }) => row.current)).toEqual([false]);
      const exported = await world().call(undefined, '/me/export', { headers });
      expect(exported.body.sessions).toHaveLength(1);
    });

    test.each([
      [undefined, 400, 'InvalidRequest'],
      ['', 400, 'InvalidRequest'],
      ['nobody', 404, 'NotFound'],
      [crypto.randomUUID(), 404, 'NotFound'],
    ])('that names %j is told %i %s, in both dialects', async (person, status, code) => {
      const me = await world().person();
      const { 'Account-Id': _, ...token } = await headersOf(world(), 'service', me);
      const headers = { ...token, ...(person !== undefined && { 'Account-Id': person }) };
      const rest = await world().call(undefined, '/me', { headers });
      expect([rest.status, rest.body.code]).toEqual([status, code]);
      expect(rest.body.message).toContain('Account-Id');
      const operation = await world().call(undefined, '/api/sdk/v1/user/getProfile', {
        method: 'POST',
        headers,
      });
      expect(operation.status).toBe(status);
      expect(operation.body.error.message).toContain('Account-Id');
    });
  });

  describe('tokens of an issuer', () => {
    let issuer: Issuer;
    beforeAll(async () => {
      issuer = await startIssuer();
    });
    afterAll(() => issuer.stop());

    async function ask(
      claims: Record<string, unknown>,
      path = '/me',
      { headers, ...init }: RequestInit = {},
    ): Promise<Reply> {
      const { trust } = issuer;
      const app = world().remake({
        identity: { verify: issuerVerifier(trust), issuer: trust.url },
      });
      const Authorization = `Bearer ${await issuer.sign(claims)}`;
      return reply(await app.request(path, { ...init, headers: { ...headers, Authorization } }));
    }

    const everybody = () => world().db.query('select subject from accounts');

    test('with `act` are somebody else’s, though they share the person’s session id', async () => {
      const person = { sub: 'p', sid: 'one', auth_time: Math.floor(Date.now() / 1000) };
      expect((await ask(person)).body).not.toHaveProperty('executionMode');
      const acting = { ...person, act: { sub: 'sam', name: 'Sam Support', act: { sub: 'tool' } } };
      const { body } = await ask(acting);
      expect(body).toMatchObject({
        executionMode: 'delegated',
        actor: { id: 'sam', name: 'Sam Support' },
        activeSessions: 2,
      });
      expect((await ask(acting, '/me', { method: 'DELETE' })).body.code).toBe('Forbidden');
      const list = await ask(person, '/me/sessions');
      const row = list.body.results.find((each: { current: boolean }) => !each.current);
      expect(row).toMatchObject({ type: 'delegated', actor: { id: 'sam', name: 'Sam Support' } });
      await ask(person, `/me/sessions/${row.id}`, { method: 'DELETE' });
      expect((await ask({ ...acting, n: 1 })).status).toBe(401);
      expect((await ask({ ...acting, act: { sub: 'kim' } })).body.actor).toEqual({ id: 'kim' });
      expect((await ask(person)).status).toBe(200);
    });

    test.each([
      null,
      'sam',
      [],
      {},
      { sub: '' },
      { sub: 7 },
      { sub: 'a\u0000b' },
      { sub: 'x'.repeat(300) },
      { name: 'Sam' },
      { sub: 'sam', name: 7 },
    ])('with `act` %j are bad, never the person’s', async (act) => {
      expect((await ask({ sub: 'p', sid: 'one' })).status).toBe(200);
      const refused = await ask({ sub: 'p', sid: 'one', act });
      expect([refused.status, refused.body.code]).toEqual([401, 'Unauthorized']);
    });

    test('with `act` make no account', async () => {
      const refused = await ask({ sub: 'unknown', act: { sub: 'sam' } });
      expect([refused.status, refused.body.code]).toEqual([401, 'Unauthorized']);
      expect(await everybody()).toEqual([]);
    });

    test.each([
      { client_id: 'billing', scope: 'openid accounts:act' },
      { azp: 'billing', scope: 'accounts:act' },
      { client_id: 'billing', scp: ['accounts:act'] },
      { cid: 'billing', scp: 'openid accounts:act' },
      { client_id: 'billing', scope: 'openid', roles: ['accounts:act'] },
      { scope: 'accounts:act' },
      { client_id: 7, azp: '', scope: 'accounts:act' },
    ])('of a client itself (%j) act on whom they name', async (claims) => {
      const { body: person } = await ask({ sub: 'p' });
      for (const named of ['p', person.id]) {
        const headers = { 'Account-Id': named };
        const { status, body } = await ask({ sub: 'billing', ...claims }, '/me', { headers });
        expect(status).toBe(200);
        expect(body).toMatchObject({
          id: person.id,
          executionMode: 'service',
          actor: { id: 'billing' },
          activeSessions: 1,
        });
      }
      expect(await everybody()).toEqual([{ subject: 'p' }]);
    });

    test.each([
      { client_id: 'billing' },
      { client_id: 'billing', scope: 'accounts:actor accounts' },
      { azp: 'billing', scope: 7, scp: { 0: 'accounts:act' }, roles: 'accounts:act' },
      { azp: 'billing', scope: ['accounts:act'], scp: [['accounts:act']], roles: [7] },
      { client_id: 'billing', scp: 'accounts:act,openid' },
    ])('of a client without the scope (%j) are refused', async (claims) => {
      await ask({ sub: 'p' });
      const headers = { 'Account-Id': 'p' };
      const refused = await ask({ sub: 'billing', ...claims }, '/me', { headers });
      expect([refused.status, refused.body.code]).toEqual([403, 'Forbidden']);
      expect(refused.body.message).toContain('accounts:act');
    });

    test('of a client never make an account, nor reach one of another issuer', async () => {
      const elsewhere = await world().person();
      const client = { sub: 'billing', client_id: 'billing', scope: 'accounts:act' };
      for (const headers of [
        {},
        { 'Account-Id': 'billing' },
        { 'Account-Id': elsewhere.id },
        { 'Account-Id': elsewhere.username },
      ]) {
        const refused = await ask(client, '/me', { headers });
        expect(refused.status).toBe('Account-Id' in headers ? 404 : 400);
      }
      expect((await ask({ ...client, act: { sub: 'sam' } })).status).toBe(401);
      expect(await everybody()).toEqual([{ subject: elsewhere.username }]);
    });

    const count = async (table: 'accounts' | 'sessions') => {
      const [row] = await world().db.query<{ count: string }>(
        `select count(*)::text as count from ${table}`,
      );
      return Number(row?.count);
    };

    /** What a client's own token is answered: to a call that names nobody, the person, somebody unknown. */
    async function answersTo(claims: Record<string, unknown>) {
      const { body: person } = await ask({ sub: 'named', sid: 'one' });
      const before = [await count('accounts'), await count('sessions')];
      const replies = [];
      for (const named of [undefined, person.id, 'named', claims['sub']]) {
        const headers: Record<string, string> =
          named === undefined ? {} : { 'Account-Id': String(named) };
        replies.push(await ask(claims, '/me', { headers }));
      }
      expect([await count('accounts'), await count('sessions')]).toEqual(before);
      expect(before).toEqual([1, 1]);
      return { person, replies };
    }

    test.each(clientsTokens)('of a client by $by are refused without scope', async ({ claims }) => {
      const { replies } = await answersTo(claims);
      for (const { status, body } of replies) {
        expect([status, body.code]).toEqual([403, 'Forbidden']);
        expect(body.message).toContain('accounts:act');
      }
    });

    describe.each([
      { scope: 'email accounts:act' },
      { scp: ['accounts:act'] },
      { scp: 'accounts:act email' },
      { roles: ['accounts:act'] },
    ])('with %j', (scopes) => {
      test.each(clientsTokens)('of a client by $by are a service’s', async ({ claims, id }) => {
        const { person, replies } = await answersTo({ ...claims, ...scopes });
        expect(replies.map(({ status }) => status)).toEqual([400, 200, 200, 404]);
        for (const { body } of replies.slice(1, 3)) {
          expect(body).toMatchObject({ id: person.id, executionMode: 'service', actor: { id } });
        }
      });

      test('of anybody are a service’s, and sign nobody in', async () => {
        const claims = { sub: 'p', sid: 'two', client_id: 'page', ...scopes };
        const { replies } = await answersTo(claims);
        expect(replies.map(({ status }) => status)).toEqual([400, 200, 200, 404]);
        expect(replies[1]?.body).toMatchObject({
          executionMode: 'service',
          actor: { id: 'page' },
        });
      });
    });

    test.each(clientsTokens)(
      'of a client by $by with `act` make no account',
      async ({ claims }) => {
        for (const scope of [undefined, 'accounts:act']) {
          const refused = await ask({ ...claims, scope, act: { sub: 'sam' } });
          expect([refused.status, refused.body.code]).toEqual([401, 'Unauthorized']);
        }
        expect([await count('accounts'), await count('sessions')]).toEqual([0, 0]);
      },
    );

    test.each(peoplesTokens)('of a person by $by sign in and make the account', async (row) => {
      const { status, body } = await ask(row.claims);
      expect(status).toBe(200);
      expect(body).not.toHaveProperty('executionMode');
      expect(await everybody()).toEqual([{ subject: row.claims['sub'] }]);
    });

    test('at first sight with somebody else’s Account-Id leave nothing', async () => {
      const { body: other } = await ask({ sub: 'other' });
      const state = () =>
        Promise.all(
          ['accounts', 'emails', 'sessions'].map((name) =>
            world().db.query(`select * from ${name} order by 1`),
          ),
        );
      const before = await state();
      const me = { sub: 'p', sid: 'one', email: 'p@x.example', email_verified: true };
      const headers = { 'Account-Id': other.id };
      for (const claims of [me, me, { ...me, sub: 'other', act: { sub: 'sam' } }]) {
        const named = 'act' in claims ? { 'Account-Id': crypto.randomUUID() } : headers;
        const refused = await ask(claims, '/me', { headers: named });
        expect([refused.status, refused.body.code]).toEqual([409, 'AccountChanged']);
        expect(await state()).toEqual(before);
      }
      const { status, body } = await ask(me);
      expect([status, body.email]).toEqual([200, 'p@x.example']);
      expect((await ask(me, '/me', { headers })).status).toBe(409);
      expect((await ask(me, '/me', { headers: { 'Account-Id': body.id } })).status).toBe(200);
      expect((await ask(me)).body.activeSessions).toBe(1);
    });
  });
});
