import { createTokenSource } from '../../src/client/token-source.ts';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { MeClient } from '../../src/client/me-client.ts';
import { createMirraClient, type MirraClientOptions } from '../../src/client/mirra.ts';
import { userFields, type UserPatch } from '../../src/contract/user.ts';
import { mirraProfileExample, usageExample } from './examples.ts';
import { failure, once } from './harness.ts';
import { type Recorded, recordingFetch } from './recording-fetch.ts';

interface Body {
  readonly resourceId: string;
  readonly method: string;
  readonly params: Record<string, unknown>;
}

const { preferences: _, ...plainProfile } = mirraProfileExample;

/** What the backend answers, by operation. */
const data: Readonly<Record<string, unknown>> = {
  getProfile: plainProfile,
  updateProfile: plainProfile,
  updatePreferences: { timezone: 'Europe/London', socials: {} },
  getUsageStats: usageExample,
  getSessions: { sessions: [] },
  deactivateAccount: null,
};

const json = { 'content-type': 'application/json' };

let sent: readonly Recorded[];
let send: typeof fetch;
beforeEach(() => {
  ({ fetch: send, sent } = recordingFetch(({ body }) =>
    Response.json({ success: true, data: data[(body as Body).method] }),
  ));
});

const clientOf = (options: MirraClientOptions = {}): MeClient =>
  createMirraClient({ fetch: send, ...options });

const last = () => sent.at(-1) as Recorded;

describe("what the client of Mirra's operations sends", () => {
  it.each<[string, object, (client: MeClient) => Promise<unknown>]>([
    ['getProfile', {}, (client) => client.getUser()],
    ['getProfile', {}, (client) => client.getPreferences()],
    ['updateProfile', {}, (client) => client.updateUser({}, once())],
    [
      'updateProfile',
      { username: 'a-b', email: 'a@b.example', timezone: 'UTC', phoneNumber: '+49 30 1234567' },
      (client) =>
        client.updateUser(
          { username: 'a-b', email: 'a@b.example', timezone: 'UTC', phoneNumber: '+49 30 1234567' },
          once(),
        ),
    ],
    [
      'updatePreferences',
      { timezone: 'UTC' },
      (client) => client.updatePreferences({ timezone: 'UTC' }, once()),
    ],
    ['getUsageStats', {}, (client) => client.getUsage()],
    ['getSessions', {}, (client) => client.listSessions({ limit: 5, pageToken: 'x' })],
    ['deactivateAccount', { confirm: true }, (client) => client.deleteUser(once('"1"'))],
  ])('is %s with exactly %j', async (method, params, call) => {
    await call(clientOf({ baseUrl: 'https://api.example/' }));
    expect(last().url).toBe('https://api.example/api/sdk/v2/resources/call');
    expect(last().init).toMatchObject({ method: 'POST', redirect: 'manual' });
    expect(last().body).toEqual({ resourceId: 'user', method, params });
    expect(last().headers).toEqual(json);
  });

  it('carries the API key, asked for once, and no other header', async () => {
    let count = 0;
    const client = clientOf({
      baseUrl: 'https://api.example',
      tokens: createTokenSource(async () => `key-${++count}`),
    });
    await client.getUser({ account: 'a1' });
    await client.updateUser({ timezone: 'UTC' }, { ...once('"1"'), account: 'a1' });
    expect(sent.map(({ headers }) => headers)).toEqual([
      { ...json, 'x-api-key': 'key-1' },
      { ...json, 'x-api-key': 'key-1' },
    ]);
    expect(JSON.stringify(sent.map(({ url, body }) => [url, body]))).not.toContain('key-');
  });

  it.each(['', '/backend', '/backend/'])(
    'says on its own origin (%j) whose account is meant, and the key of the intent',
    async (baseUrl) => {
      const client = clientOf({ baseUrl });
      const account = 'a1';
      const given = { account, intent: 'k1' };
      await client.getUser({ account });
      await client.getPreferences({ account });
      await client.getUsage({ account });
      await client.listSessions({ account });
      expect(sent.map(({ headers }) => headers)).toEqual(
        sent.map(() => ({ ...json, 'account-id': account })),
      );
      for (const call of [
        () => client.updateUser({}, given),
        () => client.updatePreferences({}, given),
        () => client.deleteUser(given),
      ]) {
        await call();
        expect(last().headers).toMatchObject({ 'account-id': account, 'idempotency-key': 'k1' });
      }
      // What only prepares a change is no part of the intent.
      const reads = sent.filter(({ body }) => (body as Body).method === 'getProfile');
      for (const { headers } of reads) expect(headers).not.toHaveProperty('idempotency-key');
      expect(sent[0]?.url).toBe(`${baseUrl.replace(/\/$/, '')}/api/sdk/v2/resources/call`);
    },
  );

  it.each(['https://api.example', '//api.example', 'HTTP://localhost:1'])(
    'says nothing of that to another origin (%s)',
    async (baseUrl) => {
      await clientOf({ baseUrl }).deleteUser({ intent: 'k1', account: 'a1', etag: '"1"' });
      expect(last().headers).toEqual(json);
    },
  );

  it.each(['same-origin', 'include'] as const)('lets cookies travel as told: %s', async (value) => {
    await clientOf({ credentials: value }).getUser();
    expect(last().init.credentials).toBe(value);
  });

  it('never names anything but the four fields, whatever is asked', async () => {
    const allowed = new Set(['username', 'email', 'timezone', 'phoneNumber']);
    const key = fc.oneof(fc.constantFrom(...userFields, 'id', 'socials', '__proto__'), fc.string());
    const value = fc.oneof(fc.string(), fc.constant(null), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(fc.dictionary(key, value), async (patch) => {
        const before = sent.length;
        const outcome = await clientOf()
          .updateUser(patch as UserPatch, once())
          .then(
            () => 'sent',
            (error: { code?: string }) => error.code,
          );
        expect(outcome).toBe(sent.length > before ? 'sent' : 'NotSupported');
        for (const { body } of sent.slice(before))
          for (const name of Object.keys((body as Body).params)) expect(allowed).toContain(name);
      }),
    );
  });

  it('refuses a preference that nobody knows before anything is sent', async () => {
    const patch = { timezone: 'UTC', quietHours: true };
    expect((await failure(clientOf().updatePreferences(patch, once()))).code).toBe('NotSupported');
    expect(sent).toEqual([]);
  });
});
