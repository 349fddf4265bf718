import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeClient } from '../../src/client/me-client.ts';
import { createRestClient } from '../../src/client/rest.ts';
import type { Database } from '../../src/server/db/database.ts';
import { createApp } from '../../src/server/http/app.ts';
import { demoNames, type DemoKey, loadDemoKey } from '../../src/server/identity/demo-key.ts';
import { demoVerifier } from '../../src/server/identity/tokens.ts';
import { listen, type Listener } from '../../src/server/listen.ts';
import { emptySite } from '../../src/server/page/site.ts';
import { describeMeClient } from './client-suite.ts';
import { fixture } from './fixture.ts';
import { failure, once } from './harness.ts';
import { openTestDatabase, storeFixture, storeSession } from './service-account.ts';

let directory: string;
let db: Database;
let key: DemoKey;
let listener: Listener;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'contract-'));
  db = await openTestDatabase();
  key = await loadDemoKey(directory);
  const identity = { verify: demoVerifier(key.publicKey, demoNames) };
  const app = createApp({ db, log: pino({ level: 'silent' }), site: emptySite, identity });
  listener = await listen(app.fetch, '127.0.0.1', 0);
}, 60_000);

afterAll(async () => {
  await listener.close();
  await db.close();
  await rm(directory, { recursive: true });
});

/** Signs in on a new device; `send` is the network between it and the service. */
async function signIn(account: string, send: typeof fetch = fetch): Promise<MeClient> {
  const session = await storeSession(db, account, 'This device');
  const token = await key.sign(account, session);
  return createRestClient({ baseUrl: listener.url, fetch: send, getToken: () => token });
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
