import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import type { MeClient } from '../../src/client/me-client.ts';
import { createApp } from '../../src/server/http/app.ts';
import { demoNames, loadDemoKey } from '../../src/server/identity/demo-key.ts';
import { demoVerifier } from '../../src/server/identity/tokens.ts';
import { listen } from '../../src/server/listen.ts';
import { emptySite } from '../../src/server/page/site.ts';
import type { Harness } from './harness.ts';
import { openTestDatabase, storeApiKey, storeFixture, storeSession } from './service-account.ts';

/** How a client of some dialect is made for one device: its network, its token or key. */
export interface Device {
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  /** Signs in by a token of the issuer. */
  readonly token: () => Promise<string>;
  /** Signs in by an API key. */
  readonly apiKey: () => Promise<string>;
}

export interface Service {
  /** A fresh account, and clients that count what they send. */
  harness(makeClient: (device: Device) => MeClient | Promise<MeClient>): Promise<Harness>;
  close(): Promise<void>;
}

/** The real service on a database of its own. */
export async function startService(): Promise<Service> {
  const directory = await mkdtemp(join(tmpdir(), 'contract-'));
  const db = await openTestDatabase();
  const key = await loadDemoKey(directory);
  const identity = { verify: demoVerifier(key.publicKey, demoNames) };
  const app = createApp({ db, log: pino({ level: 'silent' }), site: emptySite, identity });
  const listener = await listen(app.fetch, '127.0.0.1', 0);

  return {
    async harness(makeClient) {
      const account = await storeFixture(db);
      let requests = 0;
      const signIn = async () =>
        makeClient({
          baseUrl: listener.url,
          fetch: (input, init) => {
            requests += 1;
            return fetch(input, init);
          },
          token: async () => key.sign(account, await storeSession(db, account, 'This device')),
          apiKey: () => storeApiKey(db, account, 'This device'),
        });
      return { client: await signIn(), signIn, reached: () => requests };
    },
    async close() {
      await listener.close();
      await db.close();
      await rm(directory, { recursive: true });
    },
  };
}
