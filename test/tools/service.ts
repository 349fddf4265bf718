import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface Service {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly dataDir: string;
  /** A fresh sign-in of a demo person, as `npm run token` gives it. */
  token(username: string): Promise<string>;
  /** A credential of any kind, by the arguments of `npm run token`. */
  credential(...args: string[]): Promise<string>;
  /** Stops the process and keeps its data. */
  stop(): Promise<void>;
  /** Stops the process and removes its data. */
  remove(): Promise<void>;
}

/** Resolves with the first match of `pattern` in what the process prints. */
function printed(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const seen: string[] = [];
    const look = (line: string) => {
      seen.push(line);
      const found = pattern.exec(line)?.[1];
      if (found) resolve(found);
    };
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', look);
    }
    child.once('exit', (code) =>
      reject(new Error(`the service ended with code ${code}:\n${seen.join('\n')}`)),
    );
  });
}

/** Names the directory whose data new services begin with, where there is one. */
export const seededEnv = 'SEEDED_DATA_DIR';

/** Copies what is in a folder. A thousand files: the system's own command takes a third of the time. */
function copy(from: string, to: string): void {
  if (process.platform === 'win32') cpSync(from, to, { recursive: true });
  else execFileSync('cp', ['-R', `${from}/.`, to]);
}

/** A data directory of one's own, with the demo people in it or about to move in. */
function newDataDir(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'account-settings-'));
  const seeded = process.env[seededEnv];
  if (seeded !== undefined) copy(seeded, dataDir);
  return dataDir;
}

/**
 * Starts the built service with the demo people in a data directory of its own.
 *
 * @param page the page's configuration
 * @param port a free one by default
 * @param more of its environment
 */
export async function startService(
  dataDir = newDataDir(),
  page: object = {},
  port = 0,
  more: Record<string, string> = {},
): Promise<Service> {
  const pageConfig = join(dataDir, 'page.json');
  writeFileSync(pageConfig, JSON.stringify(page));
  const env = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: dataDir,
    NODE_ENV: 'test',
    PAGE_CONFIG: pageConfig,
    ...more,
  };
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await printed(child, /(http:\/\/127\.0\.0\.1:\d+)/);
  const stop = async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  const credential = (...args: string[]) => {
    const cli = spawn(process.execPath, ['dist/server/token.js', ...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return printed(cli, /^((?:ey|ask_)\S+)$/);
  };
  return {
    url,
    dataDir,
    token: (username) => credential(username),
    credential,
    stop,
    remove: async () => {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
