import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issuerVerifier } from '../../src/server/identity/tokens.ts';
import { headersOf, sam } from './callers.ts';
import { startIssuer } from './issuer.ts';
import type { Issuer } from './issuer.ts';
import { onBothDatabases, reply } from './world.ts';
import type { Reply } from './world.ts';

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
      { azp: 'billing', scope: 7, scp: 'accounts:act' },
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

    test('of a person through a client are the person’s', async () => {
      const { body } = await ask({ sub: 'p', client_id: 'page', azp: 'page' });
      expect(body).not.toHaveProperty('executionMode');
    });
  });
});
