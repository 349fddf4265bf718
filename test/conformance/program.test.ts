import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'vite';
import * as z from 'zod/mini';
import { pageConfig } from '../../src/contract/page-config.ts';
import { type Service, startService } from '../contract/service.ts';
import { type Person, personOf } from './world.ts';

const count = z.int().check(z.nonnegative());
const state = z.enum(['works', 'missing', 'wrong', 'not tried']);
const maybeText = z.nullable(z.string());

/** The document that `--json` prints, version 1: everything named, nothing else. */
const report = z.strictObject({
  version: z.literal(1),
  backend: z.strictObject({ kind: z.enum(['rest', 'bird', 'mirra']), baseUrl: z.string() }),
  permissions: z.strictObject({
    write: z.boolean(),
    secondToken: z.boolean(),
    throwaway: z.boolean(),
  }),
  ok: z.boolean(),
  unreachable: maybeText,
  interrupted: z.boolean(),
  score: z.strictObject({
    passed: count,
    tried: count,
    missing: count,
    wrong: count,
    notTried: count,
  }),
  capabilities: z.array(
    z.strictObject({
      capability: z.string(),
      state,
      passed: count,
      total: count,
      note: z.string(),
    }),
  ),
  checks: z.array(
    z.strictObject({
      capability: z.string(),
      rule: z.string(),
      permission: z.enum(['read', 'write', 'destroy']),
      state,
      reason: z.optional(z.string()),
      fault: z.optional(z.strictObject({ expected: z.string(), got: z.string() })),
      exchanges: z.array(
        z.strictObject({
          method: z.string(),
          path: z.string(),
          headers: z.record(z.string(), z.string()),
          body: maybeText,
          status: z.nullable(count),
          contentType: maybeText,
          answer: maybeText,
          failure: maybeText,
        }),
      ),
    }),
  ),
  differences: z.array(
    z.strictObject({
      field: z.string(),
      before: z.unknown(),
      after: z.unknown(),
      reason: z.string(),
    }),
  ),
  notes: z.array(z.string()),
  configuration: pageConfig,
});

let service: Service;
let person: Person;
let directory: string;

beforeAll(async () => {
  service = await startService();
  person = await personOf(service);
  directory = mkdtempSync(join(tmpdir(), 'conformance-'));
  symlinkSync(resolve('node_modules'), join(directory, 'node_modules'));
  await build({
    logLevel: 'error',
    build: { ssr: 'src/conformance/main.ts', outDir: join(directory, 'dist'), emptyOutDir: true },
  });
}, 60_000);
afterAll(async () => {
  await service.close();
  rmSync(directory, { recursive: true, force: true });
});

const started = (...args: string[]) =>
  spawn(process.execPath, [join(directory, 'dist/main.js'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] },
  });

async function program(...args: string[]) {
  return ended(started(...args));
}

async function ended(child: ReturnType<typeof started>) {
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { stdout, stderr, code };
}

describe('the program', () => {
  it('reports a backend in order, and ends with 0', async () => {
    const { url, token } = await person.options('rest');
    const { stdout, stderr, code } = await program('--url', url, '--token', token);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^capability +result +checks +note\nuser +works +1\/1$/m);
    expect(stdout).toMatch(/^\d+ of \d+ checks passed, \d+ not tried$/m);
    expect(stdout).not.toMatch(/[^\n -~]/);
    expect(stderr).toMatch(/^\[1\/\d+\] user\.\.\.$/m);
    const config: unknown = JSON.parse(stdout.slice(stdout.indexOf('\n{')));
    expect(config).toEqual({ backend: { kind: 'rest', baseUrl: url }, auth: 'bearer' });
    expect(stdout + stderr).not.toContain(token);
  }, 20_000);

  it('prints one JSON document, and ends with 1 when something is wrong', async () => {
    const { url } = await person.options('rest');
    const { stdout, code } = await program('--url', url, '--token', 'not-a-token', '--json');
    expect(code).toBe(1);
    const document = report.parse(JSON.parse(stdout));
    expect(document.ok).toBe(false);
    expect(document.checks[0]).toMatchObject({ capability: 'user', state: 'wrong' });
    expect(stdout).not.toContain('not-a-token');
  }, 20_000);

  it('says in a line that a host cannot be reached, and ends with 1', async () => {
    const { stderr, code } = await program('--url', 'http://127.0.0.1:9', '--token', 'abc');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^http:\/\/127\.0\.0\.1:9 cannot be reached: .+$/m);
    expect(stderr).not.toMatch(/\n +at /);
  }, 20_000);

  it('says what is wrong with its arguments, and ends with 2', async () => {
    const { stdout, stderr, code } = await program('--token', 'abc', '--profile', 'soap');
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^--url is missing.+\n--profile must be one of.+\n\nUsage: /);
  });

  it('puts the account back on Ctrl-C, which npm may give it twice', async () => {
    const { url, token } = await person.options('rest');
    const { name } = (await person.client.getUser()).value;
    const names: unknown[] = [];
    // Stands before the service, and holds the first change back until both signals are there.
    const gate = createServer(async (request, response) => {
      const body = await text(request);
      const { authorization = '' } = request.headers;
      const answer = await fetch(url + request.url, {
        method: request.method ?? 'GET',
        headers: { authorization, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body }),
      });
      if (request.method === 'PATCH') {
        names.push((JSON.parse(body) as { name?: unknown }).name);
        if (names.length === 1) {
          child.kill('SIGINT');
          await sleep(50);
          child.kill('SIGINT');
          await sleep(50);
        }
      }
      const type = answer.headers.get('content-type') ?? 'text/plain';
      response.writeHead(answer.status, { 'Content-Type': type }).end(await answer.text());
    }).listen(0, '127.0.0.1');
    await once(gate, 'listening');
    const { port } = gate.address() as AddressInfo;
    const child = started('--url', `http://127.0.0.1:${port}`, '--token', token, '--write');
    const { stdout, stderr, code } = await ended(child);
    gate.closeAllConnections();
    gate.close();
    expect(code).toBe(1);
    expect(stderr).toContain('Stopping: the account is put back as it was...');
    expect(stdout).toContain('The run was stopped before its end.');
    expect(stdout).not.toContain('THE ACCOUNT IS NOT AS IT WAS');
    expect(names).toEqual([expect.not.stringMatching(`^${name}$`), name]);
    expect((await person.client.getUser()).value.name).toBe(name);
  }, 20_000);

  it('prints its help', async () => {
    const { stdout, code } = await program('--help');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: npm run conformance/);
  });
});
