import { cpSync, existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonOf, StartupError } from '../startup-error.ts';
import { DatabaseUnavailable } from './database.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { openEmbedded } from './pglite.ts';
import { networkDatabase } from './postgres.ts';

/** PostgreSQL's major version within PGlite; it opens no other version's files. */
const embeddedVersion = '18';

/**
 * Opens the database embedded in `directory`; the caller holds the lock. A new one is copied from
 * `template` if that exists: running initdb takes seconds.
 *
 * @throws StartupError for a directory that is no such database, or a damaged one; it is left as is
 */
export async function openDataDirectory(directory: string, template: string): Promise<Database> {
  if (!existsSync(directory)) await putTemplate(directory, template);
  else await demandDatabase(directory);
  let db: Database | undefined;
  try {
    db = await openEmbedded(directory);
    await db.query('select 1');
  } catch (error) {
    throw new StartupError(`${directory} cannot be opened as a database: ${reasonOf(error)}`);
  }
  return migrated(db);
}

/** A new database appears whole or not at all: copied aside, then renamed. */
async function putTemplate(directory: string, template: string): Promise<void> {
  if (!existsSync(join(template, 'PG_VERSION'))) return;
  const draft = `${directory}.new`;
  await rm(draft, { recursive: true, force: true });
  // Nothing else runs yet, and a thousand small files are copied four times as fast this way.
  cpSync(template, draft, { recursive: true });
  await rename(draft, directory);
}

/** PGlite would run initdb over whatever lies in a directory that it does not recognise. */
async function demandDatabase(directory: string): Promise<void> {
  const version = await readFile(join(directory, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) {
    throw new StartupError(`${directory} exists but is no database of this service`);
  }
  if (version.trim() !== embeddedVersion) {
    throw new StartupError(
      `${directory} is a database of version "${version.trim().slice(0, 20)}" but this service needs ${embeddedVersion}`,
    );
  }
}

/**
 * Opens the PostgreSQL at `url`.
 *
 * @throws StartupError when it cannot be reached, refuses, or holds something else
 */
export async function openNetwork(url: string): Promise<Database> {
  const db = networkDatabase(url);
  try {
    await db.query('select 1');
  } catch (error) {
    await db.close();
    throw new StartupError(
      `DATABASE_URL ${db.location} ${error instanceof DatabaseUnavailable ? 'cannot be reached' : 'refuses'}: ${reasonOf(error)}`,
    );
  }
  return migrated(db);
}

async function migrated(db: Database): Promise<Database> {
  try {
    await migrate(db);
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}
