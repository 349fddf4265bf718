import { join } from 'node:path';
import pino from 'pino';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import { openDataDirectory, openNetwork } from './db/open.ts';
import { createDemo } from './demo/demo.ts';
import type { Demo } from './demo/demo.ts';
import { seedDemo } from './demo/seed.ts';
import { createApp } from './http/app.ts';
import type { Identity } from './identity/authenticate.ts';
import { demoNames, loadDemoKey } from './identity/demo-key.ts';
import { demoVerifier, issuerVerifier } from './identity/tokens.ts';
import { listen } from './listen.ts';
import { lockDirectory } from './lock.ts';
import { maintain, scheduleMaintenance } from './maintenance.ts';
import { configuredSite, readPageConfig } from './page/page-config.ts';
import { emptySite, readSite } from './page/site.ts';
import { removeServiceFile, writeServiceFile } from './service-file.ts';
import { StartupError } from './startup-error.ts';

/** What the build leaves beside the program. */
export interface Built {
  /** The page. */
  client: string;
  /** An empty database to copy. */
  database: string;
}

export interface Service {
  url: string;
  /** Where the data lies, for people. */
  location: string;
  isDemo: boolean;
  /** Lets requests finish, then closes the database and releases the data directory. */
  stop(): Promise<void>;
}

/**
 * Starts the service. What was opened is closed again when a later step fails.
 *
 * @throws StartupError for everything that a person can put right
 */
export async function startService(config: Config, built: Built): Promise<Service> {
  const undo: (() => unknown)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    return { ...(await start(config, built, undo)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(config: Config, built: Built, undo: (() => unknown)[]) {
  const { dataDir, databaseUrl, issuer } = config;
  const page = config.pageConfig === undefined ? {} : await readPageConfig(config.pageConfig);
  const files = await readSite(built.client);
  if (!files && !config.development) {
    throw new StartupError(`${built.client} has no built page: run "npm run build"`);
  }
  const site = files ? configuredSite(files, page) : emptySite;
  // With an issuer and a database server nothing is kept in the data directory.
  if (!issuer || databaseUrl === undefined) {
    const lock = await lockDirectory(dataDir);
    undo.push(() => lock.release());
  }
  const db =
    databaseUrl === undefined
      ? await openDataDirectory(join(dataDir, 'db'), built.database)
      : await openNetwork(databaseUrl);
  undo.push(() => db.close());
  const destination = openLog(undo);
  const log: Logger = pino({ level: config.logLevel, base: null }, destination);
  const access: { identity: Identity; demo?: Demo } = issuer
    ? { identity: issuerIdentity(issuer) }
    : await demoAccess(db, dataDir);
  await maintain(db);
  const maintenance = scheduleMaintenance(db, log);
  undo.push(() => maintenance.stop());
  const app = createApp({ db, log, site, signIn: config.signIn, ...access });
  const listener = await listen(app.fetch, config.host, config.port);
  undo.push(() => listener.close());
  if (access.demo) {
    await writeServiceFile(dataDir, {
      url: listener.url,
      secret: access.demo.secret,
      pid: process.pid,
    });
    undo.push(() => removeServiceFile(dataDir));
  }
  return { url: listener.url, location: db.location, isDemo: !issuer };
}

/** Where lines go: gathered, and written at least once a second, off the path of the answers. */
function openLog(undo: (() => unknown)[]) {
  const destination = pino.destination({ dest: 1, sync: false, minLength: 4096 });
  const timer = setInterval(() => destination.flush(), 1000).unref();
  undo.push(() => {
    clearInterval(timer);
    destination.flushSync();
  });
  return destination;
}

const issuerIdentity = (issuer: NonNullable<Config['issuer']>): Identity => ({
  verify: issuerVerifier(issuer),
  issuer: issuer.url,
});

async function demoAccess(
  db: Database,
  dataDir: string,
): Promise<{ identity: Identity; demo: Demo }> {
  const key = await loadDemoKey(dataDir);
  await seedDemo(db);
  return {
    identity: { verify: demoVerifier(key.publicKey, demoNames) },
    demo: createDemo(db, key),
  };
}
