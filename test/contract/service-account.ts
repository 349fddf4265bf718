import { createHash } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import type { Database } from '../../src/server/db/database.ts';
import { migrate } from '../../src/server/db/migrate.ts';
import { embeddedDatabase } from '../../src/server/db/pglite.ts';
import { newApiKey } from '../../src/server/identity/api-keys.ts';
import { fixture } from './fixture.ts';

/** A database of its own, in memory, with the tables of the service. */
export async function openTestDatabase(): Promise<Database> {
  const database = embeddedDatabase(await PGlite.create(), 'memory');
  await migrate(database);
  return database;
}

async function insertAccount(db: Database, subject: string, username: string): Promise<string> {
  const [row] = await db.query<{ id: string }>(
    `insert into accounts (issuer, subject, name, username, bio, locale, timezone)
     values ('test', $1, $2, $3, $4, $5, $6) returning id`,
    [subject, fixture.name, username, fixture.bio, fixture.locale, fixture.timezone],
  );
  if (!row) throw new Error('the account was not stored');
  return row.id;
}

/** Replaces whatever was there by the people of the fixture; answers the id of the account. */
export async function storeFixture(db: Database): Promise<string> {
  await db.query('delete from accounts');
  await insertAccount(db, 'grace', fixture.taken);
  const account = await insertAccount(db, 'ada', fixture.username);
  for (const { email, verified, primary } of fixture.emails)
    await db.query(
      'insert into emails (account_id, email, verified, is_primary) values ($1, $2, $3, $4)',
      [account, email, verified, primary],
    );
  for (const { phoneNumber, verified, primary } of fixture.phoneNumbers)
    await db.query(
      `insert into phone_numbers (account_id, phone_number, verified, is_primary)
       values ($1, $2, $3, $4)`,
      [account, phoneNumber, verified, primary],
    );
  for (const { at, tokens } of fixture.spending)
    await db.query('insert into usage_entries (account_id, spent_at, tokens) values ($1, $2, $3)', [
      account,
      at,
      tokens,
    ]);
  for (const [index, device] of fixture.otherDevices.entries())
    await storeSession(db, account, device, index + 1);
  return account;
}

/** Records a device that just signed in, last active some hours ago; answers the session's id. */
export async function storeSession(
  db: Database,
  account: string,
  device: string,
  hoursAgo = 0,
): Promise<string> {
  const [row] = await db.query<{ id: string }>(
    `insert into sessions (account_id, type, device_name, authenticated_at, created_at,
       last_active, expires_at)
     values ($1, 'web', $2, now(), now(), now() - make_interval(hours => $3::int),
       now() + interval '1 day') returning id`,
    [account, device, hoursAgo],
  );
  if (!row) throw new Error('the session was not stored');
  return row.id;
}

/** The same for a program: answers its API key, of which only the hash is stored. */
export async function storeApiKey(db: Database, account: string, name: string): Promise<string> {
  const key = newApiKey();
  const hash = createHash('sha256').update(key).digest('hex');
  const session = await storeSession(db, account, name);
  await db.query("update sessions set type = 'api', api_key_hash = $2 where id = $1", [
    session,
    hash,
  ]);
  return key;
}
