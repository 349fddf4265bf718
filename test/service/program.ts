import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The service as it is built and started, in folders of its own. */
export interface Program {
  /** A new path for a data directory; nothing is there yet. */
  dataDir(): string;
  /** Starts it and resolves when it is ready, or has ended. */
  start(env: Record<string, string>): Promise<Run>;
  /** Runs the token command to its end. */
  token(env: Record<string, string>, ...args: string[]): Promise<Run>;
  /** Where the built page lies. */
  client: string;
  remove(): void;
}

export interface Run {
  child: ChildProcess;
  /** `http://127.0.0.1:port`, once ready. */
  url: string;
  stdout(): string;
  stderr(): string;
  /** Resolves with the exit code, or the signal. */
  ended: Promise<number | string>;
}

const root = new URL('../../', import.meta.url).pathname;

const document = (config: string) =>
  `<!doctype html><html><head>${config}<script>const inline = 1;</script></head>
<body>The page<script type="module" src="/assets/app-abc.js"></script></body></html>`;

/** The page as it is served where nothing is configured. */
export const page =
  document(`<script type="application/json" id="account-settings-config">{}</script>
    <link rel="preload" as="fetch" href="/me" crossorigin="anonymous" />`);

/** Builds the service from source, with a page of two files beside it. */
export function buildProgram(): Program {
  mkdirSync(join(root, '.cache'), { recursive: true });
  // Within the project, where the service finds its packages.
  const out = mkdtempSync(join(root, '.cache', 'service-test-'));
  const data = mkdtempSync(join(tmpdir(), 'account-settings-data-'));
  const node = (...args: string[]) =>
    execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  node(vite, 'build', '--ssr', '--logLevel', 'warn', '--outDir', join(out, 'server'));
  const client = join(out, 'client');
  mkdirSync(join(client, 'assets'), { recursive: true });
  mkdirSync(join(client, '.vite'));
  writeFileSync(join(client, 'index.html'), document('<!-- config: x --><!-- /config -->'));
  writeFileSync(join(client, 'assets/app-abc.js'), `// ${'script '.repeat(500)}`);
  writeFileSync(join(client, '.vite/manifest.json'), '{}');
  node(join(out, 'server/prepare.js'));
  let directories = 0;
  const children = new Set<ChildProcess>();

  const run = (name: string, env: Record<string, string>, args: string[]): Run => {
    const child = spawn(process.execPath, [join(out, 'server', name), ...args], {
      env: { PATH: process.env['PATH'], PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.add(child);
    child.once('close', () => children.delete(child));
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += String(chunk)));
    child.stderr.on('data', (chunk: Buffer) => (stderr += String(chunk)));
    const ended = new Promise<number | string>((resolve) => {
      child.once('close', (code, signal) => resolve(code ?? signal ?? ''));
    });
    return {
      child,
      ended,
      stdout: () => stdout,
      stderr: () => stderr,
      get url() {
        return /ready at (\S+)/.exec(stdout)?.[1] ?? '';
      },
    };
  };

  return {
    client,
    dataDir: () => join(data, String((directories += 1))),
    async start(env) {
      const started = run('main.js', env, []);
      const ready = new Promise<void>((resolve) => {
        started.child.stdout?.on('data', () => started.url && resolve());
      });
      await Promise.race([ready, started.ended]);
      return started;
    },
    async token(env, ...args) {
      const started = run('token.js', env, args);
      await started.ended;
      return started;
    },
    remove() {
      // A test that failed left its own running.
      for (const child of children) child.kill('SIGKILL');
      rmSync(out, { recursive: true, force: true });
      rmSync(data, { recursive: true, force: true });
    },
  };
}
