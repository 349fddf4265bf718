import { PGlite } from '@electric-sql/pglite';
import type { PGliteInterface, Transaction } from '@electric-sql/pglite';
import type { Database, Queryable } from './database.ts';

const queryable = (handle: PGliteInterface | Transaction): Queryable => ({
  async query<Row extends object>(text: string, params: readonly unknown[] = []) {
    return (await handle.query<Row>(text, [...params])).rows;
  },
});

/** Makes a {@link Database} of an open embedded PostgreSQL. */
export function embeddedDatabase(pglite: PGliteInterface, location: string): Database {
  return {
    location,
    query: queryable(pglite).query,
    // PGlite has one connection and runs transactions one after the other.
    transaction: (work) => pglite.transaction((tx) => work(queryable(tx))),
    close: () => pglite.close(),
  };
}

/** Opens the embedded database in `directory`, which is made when it does not exist. */
export async function openEmbedded(directory: string): Promise<Database> {
  return embeddedDatabase(await PGlite.create(directory), directory);
}
