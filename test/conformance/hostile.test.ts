import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { capabilityResults } from '../../src/conformance/capabilities.ts';
import { fittingConfig } from '../../src/conformance/fitting-config.ts';
import type { Options, Profile } from '../../src/conformance/options.ts';
import { textReport } from '../../src/conformance/report.ts';
import { run } from '../../src/conformance/run.ts';
import type { World } from '../../src/conformance/kit.ts';
import { isFine } from '../../src/conformance/verdict.ts';
import { capabilitiesOf, faultsOf } from './world.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Runs with all permissions against whatever `listener` is, and answers what a person reads. */
async function met(listener: RequestListener, profile: Profile = 'rest', world: World = {}) {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const options: Options = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: 'very-secret-token',
    secondToken: 'other-secret-token',
    profile,
    write: true,
    throwaway: true,
    json: false,
  };
  const result = await run(options, {}, world);
  const results = capabilityResults(result.outcomes);
  const config = fittingConfig(options, capabilitiesOf[profile], results);
  return { result, results, report: textReport(result, config) };
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
