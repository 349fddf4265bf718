import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { pageConfig } from '../../src/contract/page-config.ts';
import { type Service, startService } from '../contract/service.ts';
import { type Built, buildProgram, ended } from './built.ts';
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
let built: Built;

beforeAll(async () => {
  service = await startService();
  person = await personOf(service);
  built = await buildProgram();
}, 60_000);
afterAll(async () => {
  await service.close();
  built.remove();
});

const program = (...args: string[]) => ended(built.started(...args));

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

  it('prints its help', async () => {
    const { stdout, code } = await program('--help');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: npm run conformance/);
  });
});
