import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { installPrograms, output } from './install-postgres.ts';

/** A throw-away PostgreSQL: no port, nothing flushed to disk, gone with the test file. */
export interface Postgres {
  /** Makes an empty database and answers its URL. */
  createDatabase(): Promise<string>;
  /** Ends the server at once, as a crash would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root: somebody with fewer rights runs it then. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const uid = output('id', '-u', name).trim();
    if (uid) return { uid: Number(uid), gid: Number(output('id', '-g', name).trim()) };
  }
  throw new Error('PostgreSQL cannot run as root, and there is no other user to run it.');
}

/** Starts a server. Throws when it cannot: tests on PostgreSQL are never skipped. */
export async function startPostgres(): Promise<Postgres> {
  const programs = installPrograms();
  const identity = unprivileged();
  const directory = mkdtempSync(join(tmpdir(), 'account-settings-pg-'));
  if (identity) chownSync(directory, identity.uid, identity.gid);
  const data = join(directory, 'data');
  const options = { ...identity, cwd: directory } as const;
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'test', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...options, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const settings = ['fsync=off', 'full_page_writes=off', 'listen_addresses=', 'max_connections=60'];
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-k', directory, ...settings.flatMap((setting) => ['-c', setting])],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const abandon = () => server.kill('SIGKILL');
  process.once('exit', abandon);
  await ready(server);
  const url = (name: string) => `postgres://test@localhost/${name}?host=${directory}`;
  let count = 0;
  const end = async (signal: NodeJS.Signals) => {
    process.off('exit', abandon);
    if (server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill(signal);
      await ended;
    }
  };
  return {
    async createDatabase() {
      const client = new pg.Client({ connectionString: url('postgres') });
      await client.connect();
      count += 1;
      await client.query(`create database test_${count}`);
      await client.end();
      return url(`test_${count}`);
    },
    kill: () => end('SIGQUIT'),
    async stop() {
      await end('SIGINT');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Resolves when the server says that it takes connections. */
function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      log += String(chunk);
      if (log.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${log}`)));
  });
}
