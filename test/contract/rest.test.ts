import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeClient } from '../../src/client/me-client.ts';
import { createRestClient } from '../../src/client/rest.ts';
import type { Database } from '../../src/server/db/database.ts';
import type { AppEnv } from '../../src/server/http/app-env.ts';
import { mount } from '../../src/server/http/mount.ts';
import { asServiceError, problemResponse } from '../../src/server/http/problem.ts';
import { routes } from '../../src/server/http/routes/all.ts';
import { demoNames, type DemoKey, loadDemoKey } from '../../src/server/identity/demo-key.ts';
import { demoVerifier } from '../../src/server/identity/tokens.ts';
import { describeMeClient } from './client-suite.ts';
import { fixture } from './fixture.ts';
import { failure, once } from './harness.ts';
import { openTestDatabase, storeFixture, storeSession } from './service-account.ts';

let directory: string;
let db: Database;
let key: DemoKey;
let server: ServerType;
let baseUrl: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'contract-'));
  db = await openTestDatabase();
  key = await loadDemoKey(directory);
  const app = new Hono<AppEnv>();
  app.onError((error, c) => problemResponse(c, asServiceError(error)));
  mount(app, routes, { db, identity: { verify: demoVerifier(key.publicKey, demoNames) } });
  baseUrl = await new Promise((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) =>
      resolve(`http://127.0.0.1:${port}`),
    );
  });
}, 60_000);

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await db.close();
  await rm(directory, { recursive: true });
});

/** Signs in on a new device; `send` is the network between it and the service. */
async function signIn(account: string, send: typeof fetch = fetch): Promise<MeClient> {
  const session = await storeSession(db, account, 'This device');
  const token = await key.sign(account, session);
  return createRestClient({ baseUrl, fetch: send, getToken: () => token });
}

describeMeClient('the REST client on the service', async () => {
  const account = await storeFixture(db);
  return {
    client: await signIn(account),
    signIn: () => signIn(account),
    close: async () => {},
  };
});

describe('an answer that was lost on its way', () => {
  /** A device of which the first answer to each change is lost after the service made it. */
  async function unlucky(): Promise<MeClient> {
    const lost = new Set<string | null>();
    return signIn(await storeFixture(db), async (input, init) => {
      const response = await fetch(input, init);
      const intent = new Headers(init?.headers).get('Idempotency-Key');
      if (intent === null || lost.has(intent)) return response;
      lost.add(intent);
      throw new TypeError('the connection broke');
    });
  }

  it('is given again to who repeats the intent, which has one effect', async () => {
    const client = await unlucky();
    const { etag } = await client.getUser();
    const saving = once(etag);
    expect((await failure(client.updateUser({ bio: 'mine' }, saving))).code).toBe('NetworkError');
    const saved = await client.updateUser({ bio: 'mine' }, saving);
    expect(saved.value.bio).toBe('mine');
    expect((await client.getUser()).value).toEqual(saved.value);

    const others = once();
    await failure(client.revokeOtherSessions(others));
    expect(await client.revokeOtherSessions(others)).toBe(fixture.otherDevices.length);
  });

  it('tells who repeats a deletion that they are signed out, which they are', async () => {
    const client = await unlucky();
    const deleting = once();
    await failure(client.deleteUser(deleting));
    expect((await failure(client.deleteUser(deleting))).signedOut).toBe(true);
  });
});
