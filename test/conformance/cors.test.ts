import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capabilityResults } from '../../src/conformance/capabilities.ts';
import { fittingConfig } from '../../src/conformance/fitting-config.ts';
import type { Profile } from '../../src/conformance/options.ts';
import { run } from '../../src/conformance/run.ts';
import { pageConfig } from '../../src/contract/page-config.ts';
import { type Service, startService } from '../contract/service.ts';
import { answer, twisted } from './twisted.ts';
import type { Passing } from './twisted.ts';
import { faultsOf, personOf } from './world.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
}, 60_000);
afterAll(() => service.close());

const origin = 'https://app.example';
const basic = 'authorization, Content-Type, if-match, x-api-key';
const all = `${basic}, Account-Id, Idempotency-Key`;

interface Door {
  readonly status?: number;
  readonly preflight?: Readonly<Record<string, string | undefined>>;
  readonly answers?: Readonly<Record<string, string | undefined>>;
  /** Headers on what is refused, too: on everything, unless told otherwise. */
  readonly refusals?: boolean;
}

/** The service behind something that answers other origins. */
async function runBehind({ status = 204, refusals = true, ...door }: Door, profile: Profile) {
  const person = await personOf(service);
  const options = await person.options(profile, { origin });
  const asked: Record<string, string | null>[] = [];
  const set = (headers: Headers, given: Readonly<Record<string, string | undefined>>) => {
    for (const [name, value] of Object.entries(given)) {
      if (value === undefined) headers.delete(name);
      else headers.set(name, value);
    }
    return headers;
  };
  const doorkeeper = async ({ method, path, headers, forward }: Passing) => {
    if (method === 'OPTIONS') {
      asked.push({ path, ...Object.fromEntries(headers) });
      const allowed = {
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Allow-Methods': 'GET, PATCH, DELETE',
        'Access-Control-Allow-Headers': all,
        ...door.preflight,
      };
      return new Response(null, { status, headers: set(new Headers(), allowed) });
    }
    const response = await forward();
    const allowed = {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'etag',
      ...door.answers,
    };
    if (response.ok || refusals) {
      return new Response(response.body, {
        status: response.status,
        headers: set(new Headers(response.headers), allowed),
      });
    }
    return response;
  };
  const result = await run(options, {}, { fetch: twisted(doorkeeper) });
  const config = fittingConfig(options, result.can, capabilityResults(result.outcomes));
  expect(pageConfig.parse(config)).toEqual(config);
  const faults = result.outcomes.flatMap(({ check, fault }) =>
    check.capability === 'cors' && fault ? [`${fault.expected}; got ${fault.got}`] : [],
  );
  return { result, config, asked, faults, url: options.url };
}

describe('a page of another origin', () => {
  it.each([
    ['rest', '/me', 'PATCH', 'authorization,content-type,if-match'],
    ['bird', '/me', 'PATCH', 'authorization,content-type,if-match'],
    ['mirra', '/api/sdk/v2/resources/call', 'POST', 'content-type,x-api-key'],
  ] as const)('%s: is asked for as a browser does', async (profile, path, method, headers) => {
    const { result, config, asked, url } = await runBehind({}, profile);
    expect(faultsOf(result)).toEqual({});
    const isRest = profile === 'rest';
    const first = {
      path,
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': headers,
    };
    const second = {
      ...first,
      'access-control-request-headers': `${headers},account-id,idempotency-key`,
    };
    expect(asked).toEqual(isRest ? [first, second] : [first]);
    expect(config).toEqual({
      backend: { kind: profile, baseUrl: url, ...(isRest && { extended: true }) },
      auth: 'bearer',
    });
  });

  it('may have answers without our own headers', async () => {
    const door = { preflight: { 'Access-Control-Allow-Headers': basic } };
    const { result, config, url } = await runBehind(door, 'rest');
    expect(faultsOf(result)).toEqual({ 'cors.extended': 'missing' });
    expect(config.backend).toEqual({ kind: 'rest', baseUrl: url });
  });

  it.each<[string, Door, string]>([
    [
      'every origin but that',
      { preflight: { 'Access-Control-Allow-Origin': `${origin}/` } },
      'Origin',
    ],
    ['nothing', { status: 405 }, 'OPTIONS answered with 200 or 204; got 405'],
    ['a redirect', { status: 302 }, 'OPTIONS answered with 200 or 204; got 302'],
    [
      'no method',
      { preflight: { 'Access-Control-Allow-Methods': undefined } },
      'Access-Control-Allow-Methods with PATCH; got nothing',
    ],
    [
      'a method in small letters',
      { preflight: { 'Access-Control-Allow-Methods': 'get, patch' } },
      'Access-Control-Allow-Methods with PATCH; got "get, patch"',
    ],
    [
      'every header but the token, which * does not mean',
      { preflight: { 'Access-Control-Allow-Headers': '*' } },
      'Access-Control-Allow-Headers with authorization; got "*"',
    ],
    [
      'everything, and keeps the answers',
      { answers: { 'Access-Control-Allow-Origin': undefined } },
      `the user with Access-Control-Allow-Origin: ${origin} or *; got 200 with nothing`,
    ],
    [
      'everything but the version',
      { answers: { 'Access-Control-Expose-Headers': undefined } },
      'Access-Control-Expose-Headers with ETag; got nothing',
    ],
    [
      'everything but a refusal',
      { refusals: false },
      `a refusal with Access-Control-Allow-Origin: ${origin} or *; got 401 with nothing`,
    ],
  ])('is told that the backend lets %s through', async (_, door, said) => {
    const { result, config, faults } = await runBehind(door, 'rest');
    expect(faultsOf(result)).toEqual({ cors: 'wrong' });
    expect(faults.join('\n')).toContain(said);
    expect(config.backend).not.toHaveProperty('extended');
  });

  it('needs no ETag where none is answered', async () => {
    const answers = { ETag: undefined, 'Access-Control-Expose-Headers': undefined };
    const { faults } = await runBehind({ answers }, 'rest');
    expect(faults).toEqual([]);
  });

  it('may be answered with text to what a browser asks first', async () => {
    const person = await personOf(service);
    const result = await run(
      await person.options('rest', { origin }),
      {},
      {
        fetch: twisted(async ({ method, forward }) =>
          method === 'OPTIONS' ? new Response('OK', { status: 200 }) : forward(),
        ),
      },
    );
    expect(faultsOf(result)).toEqual({ cors: 'wrong' });
  });

  it('is not spoken of otherwise', async () => {
    const person = await personOf(service);
    const methods: string[] = [];
    const watched = twisted(async ({ method, headers, forward }) => {
      methods.push(method, headers.get('Origin') ?? 'none');
      return method === 'GET' ? forward() : answer(500, {});
    });
    const result = await run(await person.options('rest'), {}, { fetch: watched });
    expect(new Set(methods)).toEqual(new Set(['GET', 'none']));
    expect(result.outcomes.some(({ check }) => check.capability.startsWith('cors'))).toBe(false);
  });
});
