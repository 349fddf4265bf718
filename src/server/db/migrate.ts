import { StartupError } from '../startup-error.ts';
import type { Database, Queryable } from './database.ts';
import { migrations } from './migrations.ts';

/** Any constant will do, as long as every copy of the service takes the same advisory lock. */
export const migrationLock = 7_205_361_842;

interface Applied {
  version: number;
  name: string;
}

/**
 * Brings the schema up to date; each step is one transaction, and copies that start together wait
 * for each other.
 *
 * @throws StartupError when the database is newer than this code, or belongs to something else
 */
export async function migrate(db: Database): Promise<void> {
  // A loop of transactions, so that a failing step keeps those before it.
  while (await db.transaction(nextStep.bind(null, db.location))) {
    // The step is done; look for another.
  }
}

async function nextStep(location: string, tx: Queryable): Promise<boolean> {
  // Waiting for another copy, or rebuilding a large table, may take longer than any request should.
  await tx.query('set local statement_timeout = 0');
  await tx.query('select pg_advisory_xact_lock($1)', [migrationLock]);
  const applied = await appliedSteps(location, tx);
  for (const { version, name } of applied) {
    const known = migrations.find((migration) => migration.version === version);
    if (known === undefined && version > (migrations.at(-1)?.version ?? 0)) {
      throw new StartupError(
        `${location} was migrated to version ${version}, newer than this service knows (${migrations.at(-1)?.version}): start a newer release`,
      );
    }
    if (known?.name !== name) {
      throw new StartupError(`${location} holds tables of something else (migration "${name}")`);
    }
  }
  const next = migrations.find(({ version }) => !applied.some((step) => step.version === version));
  if (next === undefined) return false;
  for (const statement of next.statements) await tx.query(statement);
  await tx.query('insert into schema_migrations (version, name) values ($1, $2)', [
    next.version,
    next.name,
  ]);
  return true;
}

async function appliedSteps(location: string, tx: Queryable): Promise<Applied[]> {
  // From the catalogue itself: the views of information_schema take a tenth of a second to plan.
  const columns = await tx.query<{ name: string }>(
    `select attname::text as name from pg_attribute
     where attrelid = to_regclass('schema_migrations') and attnum > 0`,
  );
  if (['version', 'name', 'applied_at'].every((name) => columns.some((c) => c.name === name))) {
    return tx.query<Applied>('select version::int, name from schema_migrations order by version');
  }
  const tables = await tx.query<{ name: string }>(
    `select relname::text as name from pg_class
     where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm') limit 1`,
  );
  if (tables[0]) {
    throw new StartupError(
      `${location} holds tables of something else ("${tables[0].name}"): use an empty database`,
    );
  }
  await tx.query(
    `create table schema_migrations (
      version integer primary key,
      name text not null,
      applied_at timestamptz not null default now()
    )`,
  );
  return [];
}
