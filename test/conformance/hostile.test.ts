import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { capabilityResults } from '../../src/conformance/capabilities.ts';
import { fittingConfig } from '../../src/conformance/fitting-config.ts';
import type { Options, Profile } from '../../src/conformance/options.ts';
import { textReport } from '../../src/conformance/report.ts';
import { run } from '../../src/conformance/run.ts';
import type { World } from '../../src/conformance/kit.ts';
import { isFine } from '../../src/conformance/verdict.ts';
import { faultsOf } from './world.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const options = (profile: Profile, url: string): Options => ({
  url,
  token: 'very-secret-token',
  secondToken: 'other-secret-token',
  profile,
  write: true,
  throwaway: true,
  json: false,
});

/** A run, and what a person reads of it. */
async function seen(given: Options, world: World) {
  const result = await run(given, {}, world);
  const results = capabilityResults(result.outcomes);
  const config = fittingConfig(given, result.can, results);
  return { result, results, report: textReport(result, config) };
}

/** Runs with all permissions against whatever `listener` is. */
async function met(listener: RequestListener, profile: Profile = 'rest', world: World = {}) {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return seen(options(profile, `http://127.0.0.1:${port}`), world);
}

const html = '<!doctype html><title>It works</title>';

describe.each(['rest', 'bird', 'mirra'] as const)('as %s', (profile) => {
  it('an HTML page for everything is wrong in everything that can be tried', async () => {
    const { result, results, report } = await met((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(html);
    }, profile);
    expect(isFine(result)).toBe(false);
    expect(results.filter(({ state }) => state === 'works')).toEqual([]);
    expect(faultsOf(result)).toMatchObject({ user: 'wrong', 'sign-in': 'wrong', json: 'wrong' });
    expect(report).toContain('an HTML page (200)');
    expect(report).toContain(html);
  });

  it('404 for everything is a backend without a user', async () => {
    const { result, report } = await met((_, response) => {
      response.writeHead(404).end();
    }, profile);
    expect(isFine(result)).toBe(false);
    expect(faultsOf(result)).toMatchObject({ user: 'missing', 'sign-in': 'wrong' });
    expect(report).toContain('(No page works before the user can be read.)');
  });

  it('is told in a line when nothing answers in time', async () => {
    const { result, report } = await met(() => undefined, profile, { timeLimit: 50 });
    expect(result.unreachable).toBe('no answer in time');
    expect(isFine(result)).toBe(false);
    expect(report).toMatch(/^user +wrong +0\/1 +no answer in time$/m);
    expect(report).toMatch(/^\d+ more +not tried +- +the backend does not answer$/m);
  });
});

describe('a backend', () => {
  it.each([
    ['cut off', '{"id": "1", "na'],
    ['empty', ''],
    ['JSON of another kind', '[1, 2]'],
    ['more than 5 MB', JSON.stringify({ id: '1', name: 'x'.repeat(6_000_000) })],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
  ])('whose answers are %s', async (_, body) => {
    const { result, report } = await met((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(body);
    });
    expect(isFine(result)).toBe(false);
    expect(faultsOf(result)['user']).toBe('wrong');
    expect(report.length).toBeLessThan(60_000);
    expect(report).not.toMatch(/\n +at /);
  });

  it('that stops half way is given up', async () => {
    const { result } = await met(
      (_, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' }).write('{"id":');
      },
      'rest',
      { timeLimit: 50 },
    );
    expect(result.unreachable).toBe('no answer in time');
  });

  it('that refuses the connection is named', async () => {
    const { result } = await met((request) => request.socket.destroy());
    expect(result.unreachable).toMatch(/^no answer: .+\(\w+\)$/);
  });

  it('that asks to wait is asked once more, then taken at its word', async () => {
    const waits: number[] = [];
    let requests = 0;
    await met(
      (_, response) => {
        requests += 1;
        response.writeHead(429, { 'Retry-After': '7' }).end();
      },
      'rest',
      { wait: async (seconds) => waits.push(seconds) },
    );
    expect(waits).toEqual([7]);
    expect(requests).toBeGreaterThan(10);
  });

  it('that refuses the token is asked no more with it', async () => {
    const { result, report } = await met((_, response) => {
      response
        .writeHead(401, { 'Content-Type': 'application/problem+json' })
        .end(JSON.stringify({ code: 'No', message: 'No.', status: 401, title: 'Unauthorized' }));
    });
    expect(faultsOf(result)).toEqual({ user: 'wrong' });
    expect(report).toMatch(/^sign-in +works +2\/2$/m);
    expect(report).toMatch(/^\d+ more +not tried +- +the token is refused$/m);
  });

  it('that quotes the credentials does not make them known', async () => {
    const { report, result } = await met((request, response) => {
      response
        .writeHead(500, {
          'Content-Type': 'application/json',
          'X-Was': request.headers.authorization ?? '',
        })
        .end(JSON.stringify({ code: 'Oops', message: `no: ${request.headers.authorization}` }));
    });
    expect(report).toContain('no: Bearer ***');
    expect(report + JSON.stringify(result.outcomes)).not.toMatch(/secret-token/);
  });
});

describe('whatever JSON is answered', () => {
  /** Right for every call of every dialect at once, before it is spoilt. */
  const right = {
    success: true,
    id: '1',
    userId: '1',
    name: 'Ada',
    username: 'ada',
    bio: 'Programs',
    timezone: 'Europe/London',
    locale: 'en-GB',
    email: 'ada@example.com',
    activeSessions: 1,
    theme: 'dark',
    notifications: { product: { email: true } },
    socials: { twitter: 'ada' },
    monthlyTokenUsage: 1,
    buckets: [{ start: '2024-01-01T00:00:00Z', tokens: 1 }],
    results: [{ id: 's', current: true, lastActive: '2024-01-01T00:00:00Z' }],
    sessions: [{ type: 'web' }],
    nextPageToken: 'next',
    total: 1,
    available: true,
    revoked: 1,
    code: 'NotFound',
    message: 'No.',
    errors: [{ pointer: '/bio', code: 'property_unknown' }],
    details: { '.bio': ['No.'] },
  };
  const key = fc.constantFrom(...Object.keys(right), 'data', 'error', 'deletion', 'executionMode');
  const spoilt = fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    { weight: 2, arbitrary: fc.dictionary(key, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 2 }) },
  );
  const status = fc.constantFrom(200, 200, 200, 200, 200, 202, 400, 404, 409, 412, 422, 500);

  it.each(['rest', 'bird', 'mirra'] as const)('%s: there is a report', async (profile) => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.tuple(status, spoilt)), async (answers) => {
        const given = { ...options(profile, 'http://backend.example'), secondToken: undefined };
        const { report, results } = await seen(given, {
          fetch: async () => {
            const [code, spoil] = answers.next().value as [number, object];
            const body = { ...right, data: right, ...spoil };
            return Response.json(body, { status: code, headers: { ETag: '"1"' } });
          },
        });
        expect(results.length).toBeGreaterThan(10);
        expect(report).toContain('checks passed');
        expect(report).not.toMatch(/\[object|is not a function|Cannot read/);
      }),
      { numRuns: 40 },
    );
  });
});
