import { createHash } from 'node:crypto';
import pg from 'pg';
import { redact } from '../config.ts';
import { DatabaseUnavailable } from './database.ts';
import type { Database, Queryable } from './database.ts';

/** SQLSTATE classes: connection, resources, operator intervention (shutdown, starting up). */
const unavailable = /^(?:08|53|57P)/;

const networkErrors = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
]);

/** pg reports lost connections without a code. */
const lostConnection =
  /^(?:Connection terminated|timeout exceeded when trying|Client has|Cannot use a pool)/;

function translated(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const isDown =
    networkErrors.has(code) || unavailable.test(code) || lostConnection.test(error.message);
  return isDown ? new DatabaseUnavailable(error.message || code, { cause: error }) : error;
}

/** Every statement of the service is constant text, so each is parsed once per connection. */
const names = new Map<string, string>();
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    names.set(text, name);
  }
  return name;
}

const queryable = (client: pg.Pool | pg.PoolClient): Queryable => ({
  async query<Row extends object>(text: string, params: readonly unknown[] = []) {
    try {
      const config = { name: nameOf(text), text, values: [...params] };
      return (await client.query<Row>(config)).rows;
    } catch (error) {
      throw translated(error);
    }
  },
});

/** Makes a {@link Database} of a PostgreSQL server. Connections are made when they are needed. */
export function networkDatabase(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    application_name: 'account-settings',
  });
  // An idle connection that breaks is replaced at the next query; unheard, it would end the process.
  pool.on('error', () => undefined);
  return {
    location: redact(url),
    query: queryable(pool).query,
    async transaction(work) {
      const client = await pool.connect().catch((error: unknown) => {
        throw translated(error);
      });
      let broken: Error | undefined;
      client.on('error', (error) => (broken = error));
      try {
        await client.query('begin');
        const result = await work(queryable(client));
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch((cause: Error) => (broken = cause));
        throw translated(error);
      } finally {
        client.removeAllListeners('error');
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}
