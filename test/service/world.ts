import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Hono } from 'hono';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, vi } from 'vitest';
import type { Database } from '../../src/server/db/database.ts';
import { migrate } from '../../src/server/db/migrate.ts';
import { embeddedDatabase } from '../../src/server/db/pglite.ts';
import { networkDatabase } from '../../src/server/db/postgres.ts';
import { seedAccount } from '../../src/server/db/seed.ts';
import type { SeedAccount } from '../../src/server/db/seed.ts';
import { createDemo } from '../../src/server/demo/demo.ts';
import type { Demo } from '../../src/server/demo/demo.ts';
import { createApp } from '../../src/server/http/app.ts';
import type { AppDeps } from '../../src/server/http/app.ts';
import type { AppEnv } from '../../src/server/http/app-env.ts';
import { demoNames, loadDemoKey } from '../../src/server/identity/demo-key.ts';
import type { DemoKey } from '../../src/server/identity/demo-key.ts';
import { demoVerifier } from '../../src/server/identity/tokens.ts';
import { emptySite } from '../../src/server/page/site.ts';
import { startPostgres } from './postgres.ts';
import type { Postgres } from './postgres.ts';

/** Somebody with an account, signed in on one device. */
export interface Someone {
  id: string;
  token: string;
  /** At first. */
  username: string;
}

export interface Reply {
  status: number;
  headers: Headers;
  etag: string;
  text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into bodies of every shape
  body: any;
}

type Call = Omit<RequestInit, 'headers' | 'body'> & {
  headers?: Record<string, string>;
  json?: unknown;
  body?: BodyInit;
};

/** A service on a database of its own. */
export interface World {
  db: Database;
  app: Hono<AppEnv>;
  demo: Demo;
  key: DemoKey;
  /** Every line logged, as it would be written. */
  logged: string[];
  /** Makes the app again with other parts, on the same database. */
  remake(parts: Partial<AppDeps>): Hono<AppEnv>;
  /** Makes an account and signs in. */
  person(account?: Partial<SeedAccount>): Promise<Someone>;
  /** Signs in once more. */
  signIn(someone: Someone): Promise<string>;
  /** Calls the service as somebody: a person, a token, or nobody. */
  call(who: Someone | string | undefined, path: string, init?: Call): Promise<Reply>;
}

/** Reads an answer to its end. */
export async function reply(response: Response): Promise<Reply> {
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    etag: response.headers.get('ETag') ?? '',
    text,
    body: isJson && text ? JSON.parse(text) : undefined,
  };
}

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let names = 0;

async function createWorld(db: Database): Promise<World> {
  await migrate(db);
  const directory = mkdtempSync(join(tmpdir(), 'account-settings-key-'));
  const key = await loadDemoKey(directory);
  rmSync(directory, { recursive: true });
  const demo = createDemo(db, key);
  const logged: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  const identity = { verify: demoVerifier(key.publicKey, demoNames) };
  const remake: World['remake'] = (parts) =>
    createApp({ db, identity, log, site: emptySite, demo, ...parts });
  const app = remake({});

  const sign = async (username: string) =>
    (await demo.signInByToken(username, { type: 'test' })) ?? '';

  return {
    db,
    app,
    demo,
    key,
    logged,
    remake,
    async person(account = {}) {
      names += 1;
      const username = account.username ?? `person-${names}`;
      const id = await seedAccount(db, {
        issuer: demoNames.issuer,
        subject: username,
        username,
        name: 'Somebody',
        tokenQuota: 1000,
        createdAt: '2025-01-02T03:04:05.678Z',
        ...account,
      });
      return { id, token: await sign(username), username };
    },
    signIn: async ({ id }) => {
      const rows = await db.query<{ username: string }>(
        'select username from accounts where id = $1',
        [id],
      );
      return sign(rows[0]?.username ?? '');
    },
    async call(who, path, { json, headers = {}, ...init } = {}) {
      const token = typeof who === 'object' ? who.token : who;
      return reply(
        await app.request(path, {
          ...init,
          headers: {
            ...(token !== undefined && { Authorization: `Bearer ${token}` }),
            ...(json !== undefined && { 'Content-Type': 'application/json' }),
            ...headers,
          },
          ...(json !== undefined && { body: JSON.stringify(json) }),
        }),
      );
    },
  };
}

/** Empties the database: every test starts with nobody. */
const clear = (db: Database) => db.query('truncate accounts, settings cascade');

/** Runs the same tests on the embedded database and on a real PostgreSQL. */
export function onBothDatabases(
  tests: (world: () => World, on: 'PGlite' | 'PostgreSQL') => void,
): void {
  describe('on PGlite', () => {
    let world: World;
    beforeAll(async () => {
      world = await createWorld(embeddedDatabase(await PGlite.create(), 'memory'));
    }, 60_000);
    afterAll(() => world.db.close());
    beforeEach(() => clear(world.db).then(() => undefined));
    tests(() => world, 'PGlite');
  });

  describe('on PostgreSQL', () => {
    let world: World;
    let postgres: Postgres;
    beforeAll(async () => {
      postgres = await startPostgres();
      world = await createWorld(networkDatabase(await postgres.createDatabase()));
    }, 300_000);
    afterAll(async () => {
      await world.db.close();
      await postgres.stop();
    });
    beforeEach(() => clear(world.db).then(() => undefined));
    tests(() => world, 'PostgreSQL');
  });
}
