import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { build } from 'vite';

type Child = ChildProcessByStdio<null, Readable, Readable>;

/** The program as `npm run conformance` builds it. */
export interface Built {
  /** Where it writes what is only there for a while. */
  readonly temporary: string;
  started(...args: string[]): Child;
  remove(): void;
}

export async function buildProgram(): Promise<Built> {
  const directory = mkdtempSync(join(tmpdir(), 'conformance-'));
  const temporary = join(directory, 'tmp');
  mkdirSync(temporary);
  symlinkSync(resolve('node_modules'), join(directory, 'node_modules'));
  await build({
    logLevel: 'error',
    build: { ssr: 'src/conformance/main.ts', outDir: join(directory, 'dist'), emptyOutDir: true },
  });
  return {
    temporary,
    started: (...args) =>
      spawn(process.execPath, [join(directory, 'dist/main.js'), ...args], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { PATH: process.env['PATH'], TMPDIR: temporary },
      }),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** What a program said until its end, as far as anybody listened. */
export async function ended(child: Child) {
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout).catch(() => ''),
    text(child.stderr).catch(() => ''),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { stdout, stderr, code };
}
