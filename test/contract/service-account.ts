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

/** Each list in one statement: a fresh account stands before every case. */
const inserts = [
  [
    `insert into emails (account_id, email, verified, is_primary)
     select $1, email, verified, "primary"
     from jsonb_to_recordset($2::jsonb) as (email text, verified bool, "primary" bool)`,
    fixture.emails,
  ],
  [
    `insert into phone_numbers (account_id, phone_number, verified, is_primary)
     select $1, "phoneNumber", verified, "primary"
     from jsonb_to_recordset($2::jsonb) as ("phoneNumber" text, verified bool, "primary" bool)`,
    fixture.phoneNumbers,
  ],
  [
    `insert into usage_entries (account_id, spent_at, tokens)
     select $1, at, tokens from jsonb_to_recordset($2::jsonb) as (at timestamptz, tokens int)`,
    fixture.spending,
  ],
  [
    `insert into sessions (account_id, type, device_name, authenticated_at, created_at,
       last_active, expires_at)
     select $1, 'web', device, now(), now(), now() - make_interval(hours => place::int),
       now() + interval '1 day'
     from jsonb_array_elements_text($2::jsonb) with ordinality as devices (device, place)`,
    fixture.otherDevices,
  ],
] as const;

/** Replaces whatever was there by the people of the fixture; answers the id of the account. */
export async function storeFixture(db: Database): Promise<string> {
  await db.query('delete from accounts');
  const [ada] = await db.query<{ id: string }>(
    `insert into accounts (issuer, subject, name, username, bio, locale, timezone)
     values ('test', 'ada', $1, $2, $4, $5, $6), ('test', 'grace', $1, $3, $4, $5, $6)
     returning id`,
    [fixture.name, fixture.username, fixture.taken, fixture.bio, fixture.locale, fixture.timezone],
  );
  if (!ada) throw new Error('the account was not stored');
  for (const [statement, rows] of inserts)
    await db.query(statement, [ada.id, JSON.stringify(rows)]);
  return ada.id;
}

/** Records a device that just signed in; answers the session's id. */
export async function storeSession(db: Database, account: string, device: string): Promise<string> {
  const [row] = await db.query<{ id: string }>(
    `insert into sessions (account_id, type, device_name, authenticated_at, created_at,
       last_active, expires_at)
     values ($1, 'web', $2, now(), now(), now(), now() + interval '1 day') returning id`,
    [account, device],
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
