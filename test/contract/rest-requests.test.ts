import { createTokenSource } from '../../src/client/token-source.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MeClient } from '../../src/client/me-client.ts';
import { createRestClient } from '../../src/client/rest.ts';
import { failure, once } from './harness.ts';
import { json, type RawBackend, startRawBackend, text } from './raw-backend.ts';

const ada = { id: '1', name: 'Ada' };

let backend: RawBackend;
let client: MeClient;
beforeAll(async () => {
  backend = await startRawBackend();
  client = createRestClient({ baseUrl: backend.baseUrl });
});
beforeEach(() => {
  backend.received.length = 0;
});
afterAll(() => backend.close());

const last = () => backend.received.at(-1);

describe('what the REST client sends', () => {
  it('reads without a header of its own, so that a preload of the page can answer', async () => {
    const calls: Parameters<typeof fetch>[] = [];
    const own = createRestClient({
      fetch: async (...args) => {
        calls.push(args);
        return Response.json(ada);
      },
    });
    await own.getUser();
    const [url, init] = calls[0] ?? [];
    expect(url).toBe('/me');
    expect([...new Headers(init?.headers)]).toEqual([]);
    expect(init).not.toHaveProperty('mode');
    expect(init).not.toHaveProperty('credentials');
    expect(init).not.toHaveProperty('cache');
    expect(init).not.toHaveProperty('redirect');
  });

  it('saves exactly what changed, with the version seen and the key of the intent', async () => {
    backend.answer = json(ada, 200, { ETag: '"2"' });
    const saved = await client.updateUser(
      { bio: null, name: 'Ada' },
      { intent: 'k1', etag: '"1"' },
    );
    expect(last()).toMatchObject({
      method: 'PATCH',
      url: '/me',
      body: '{"bio":null,"name":"Ada"}',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': 'k1',
        'if-match': '"1"',
      },
    });
    expect(saved.etag).toBe('"2"');
  });

  it('says whose account is meant with every call but the first read', async () => {
    const account = 'a1';
    backend.answer = json({ results: [], revoked: 0, buckets: [], available: true, socials: {} });
    const history = {
      from: '2026-11-01',
      to: '2026-11-02',
      bucket: 'day',
      timezone: 'UTC',
    } as const;
    await client.getPreferences({ account });
    await client.updatePreferences({}, { intent: 'k', account });
    await client.getUsage({ account });
    await client.getUsageHistory(history, { account });
    await client.listSessions({ account });
    await client.revokeSession('s1', { intent: 'k', account });
    await client.revokeOtherSessions({ intent: 'k', account });
    await client.checkUsername('ada', { account });
    await client.exportData({ account });
    await client.deleteUser({ intent: 'k', account });
    backend.answer = json(ada);
    await client.updateUser({}, { intent: 'k', account });
    await client.restoreUser({ intent: 'k', account });
    expect(backend.received).toHaveLength(12);
    expect(backend.received.map(({ headers }) => headers['account-id'])).toEqual(
      Array.from({ length: 12 }, () => account),
    );
  });

  it('asks for no version where none was seen', async () => {
    backend.answer = json(ada);
    const saved = await client.updateUser({ name: 'Ada' }, { intent: 'k1' });
    expect(last()?.headers).not.toHaveProperty('if-match');
    expect(saved.etag).toBeUndefined();
  });

  it('takes a version that a compressing proxy weakened for the strong one it was', async () => {
    backend.answer = json(ada, 200, { ETag: 'W/"1"' });
    expect((await client.getUser()).etag).toBe('"1"');
  });

  it('deletes and restores without a body', async () => {
    backend.answer = text('', 202);
    await client.deleteUser({ intent: 'k2', etag: '"1"' });
    expect(last()).toMatchObject({ method: 'DELETE', url: '/me', body: '' });
    expect(last()?.headers).toMatchObject({ 'idempotency-key': 'k2', 'if-match': '"1"' });
    expect(last()?.headers).not.toHaveProperty('content-type');
    backend.answer = json(ada);
    await client.restoreUser(once());
    expect(last()).toMatchObject({ method: 'POST', url: '/me/restore', body: '' });
  });

  it('encodes what stands in an address', async () => {
    backend.answer = text('', 204);
    await client.revokeSession('a/../b?c#d é', once());
    expect(last()?.url).toBe('/me/sessions/a%2F..%2Fb%3Fc%23d%20%C3%A9');
    backend.answer = json({ available: true });
    await client.checkUsername('a&b=c d');
    expect(last()?.url).toBe('/me/username-availability?username=a%26b%3Dc+d');
    backend.answer = json({ results: [] });
    await client.listSessions({ limit: 5, pageToken: 'a+/=&b' });
    expect(last()?.url).toBe('/me/sessions?limit=5&pageToken=a%2B%2F%3D%26b');
    await client.listSessions();
    expect(last()?.url).toBe('/me/sessions');
    backend.answer = json({ buckets: [] });
    await client.getUsageHistory({
      from: '2024-01-01',
      to: '2024-01-31',
      bucket: 'day',
      timezone: 'America/Argentina/Ushuaia',
    });
    expect(last()?.url).toBe(
      '/me/usage/history?from=2024-01-01&to=2024-01-31&bucket=day&timezone=America%2FArgentina%2FUshuaia',
    );
  });

  it.each(['', '.', '..'])(
    'never asks for the session %j, which would be another path',
    async (id) => {
      expect((await failure(client.revokeSession(id, once()))).status).toBe(404);
      expect(backend.received).toEqual([]);
    },
  );
});

describe('the token of the REST client', () => {
  const token = 'canary.token-0123456789';

  it('is asked for once, kept, and goes only into the Authorization header', async () => {
    let count = 0;
    const signed = createRestClient({
      baseUrl: backend.baseUrl,
      tokens: createTokenSource(async () => `${token}.${++count}`),
    });
    backend.answer = json(ada);
    await signed.getUser();
    await signed.updateUser({ name: 'Ada' }, once());
    const sent = backend.received.map(({ headers: { authorization, ...headers }, ...rest }) => {
      expect(JSON.stringify({ headers, ...rest })).not.toContain(token);
      return authorization;
    });
    expect(sent).toEqual([`Bearer ${token}.1`, `Bearer ${token}.1`]);
  });
});
