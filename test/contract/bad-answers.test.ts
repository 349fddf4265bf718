import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeClient } from '../../src/client/me-client.ts';
import { MeError } from '../../src/client/me-error.ts';
import { createTokenSource } from '../../src/client/token-source.ts';
import { answering, dialects, placesOf, valueAt, withAt } from './dialects.ts';
import { failure } from './harness.ts';
import {
  type Answer,
  json,
  type RawBackend,
  type Received,
  startRawBackend,
  text,
} from './raw-backend.ts';

const html = { 'Content-Type': 'text/html; charset=utf-8' };

const kindOf = (value: unknown) => (Array.isArray(value) ? 'list' : typeof value);
/** One value of each kind but `null`, which is none. */
const kinds: readonly unknown[] = ['text', 7, true, ['text'], { text: 'text' }];

/** Whose keys are data. */
const records = new Set(['notifications', 'security']);

describe.each(dialects)('with $name', ({ create, calls, deletions }) => {
  let backend: RawBackend;
  let client: MeClient;
  beforeAll(async () => {
    backend = await startRawBackend();
    client = create({ baseUrl: backend.baseUrl });
  });
  afterAll(() => backend.close());

  describe.each(calls)('$name', (operation) => {
    const { call, right, mayBeEmpty } = operation;

    it('reads the right answer, whatever keys stand beside those it knows', async () => {
      const more = { constructor: [{ a: null }], extra: 'text' };
      const extended: unknown = JSON.parse(JSON.stringify(right), (key, value: unknown) =>
        kindOf(value) === 'object' && !records.has(key) ? { ...more, ...(value as object) } : value,
      );
      backend.answer = answering(operation, json(right));
      const expected = await call(client);
      backend.answer = answering(operation, json(extended));
      expect(await call(client)).toEqual(expected);
    });

    it.each([
      ['an HTML page', '<!doctype html><title>Welcome</title>', html],
      ['JSON that calls itself HTML', JSON.stringify(right), html],
      ['truncated JSON', JSON.stringify(right).slice(0, -2), {}],
      ['a number', '7', {}],
      ['null', 'null', {}],
      ['a list', '[]', {}],
      ['text that is no UTF-8', Buffer.from('{"id":"1","name":"\xff"}', 'latin1'), {}],
    ])('refuses %s as a bad answer', async (_name, body, headers) => {
      backend.answer = answering(operation, text(body, 200, headers));
      expect(await failure(call(client))).toMatchObject({ code: 'BadAnswer', status: 200 });
    });

    it(mayBeEmpty ? 'takes nothing for an answer' : 'refuses nothing as a bad answer', async () => {
      for (const body of ['', '\n']) {
        backend.answer = answering(operation, text(body, 200));
        const outcome = await call(client).catch((error: MeError) => error.code);
        expect(outcome).toBe(mayBeEmpty ? undefined : 'BadAnswer');
      }
    });

    it.each(placesOf(right).map((place) => [place.join('.') || 'the whole', place] as const))(
      'refuses the wrong type of %s as a bad answer',
      async (_name, place) => {
        const kind = kindOf(valueAt(right, place));
        for (const other of kinds.filter((value) => kindOf(value) !== kind)) {
          backend.answer = answering(operation, json(withAt(right, place, other)));
          expect(await failure(call(client))).toMatchObject({ code: 'BadAnswer', status: 200 });
        }
      },
    );

    it('answers whatever comes with a value or the one error', async () => {
      const near = fc
        .tuple(fc.constantFrom(...placesOf(right)), fc.jsonValue())
        .map(([place, value]) => JSON.stringify(withAt(right, place, value)));
      const statuses = fc.constantFrom(200, 201, 202, 400, 401, 404, 409, 422, 429, 500, 503);
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(near, fc.json(), fc.string({ unit: 'binary' })),
          statuses,
          async (body, status) => {
            const local = create({ fetch: async () => new Response(body, { status }) });
            const outcome = await call(local).catch((error: unknown) =>
              error instanceof MeError ? error.code : error,
            );
            expect(outcome).not.toBeInstanceOf(Error);
            // A failed answer never passes for a value.
            expect(status < 400 || typeof outcome === 'string').toBe(true);
          },
        ),
        { numRuns: 60 },
      );
    });
  });

  describe.each([...calls, ...deletions])('$name', (operation) => {
    const { call } = operation;
    const isRead = operation.name.startsWith('get') || /^(?:list|check)/.test(operation.name);

    /** Redirects the call itself, whatever it is asked with, and answers elsewhere. */
    const redirecting = (status: number, to: string, there: Answer) => {
      backend.received.length = 0;
      backend.answer = answering(operation, (response, request) => {
        const answer = request.url === to ? there : text('', status, { Location: to });
        answer(response, request);
      });
    };
    const sent = () => backend.received.map(({ method, url }) => `${method} ${url}`);

    it.each([301, 302, 303, 307, 308])(
      'redirected by %i to a sign-in page, says that the person is signed out',
      async (status) => {
        redirecting(status, '/sign-in', text('<title>Sign in</title>', 200, html));
        expect(await failure(call(client))).toMatchObject({ code: 'Unauthorized', status: 401 });
        expect(sent().filter((one) => one.endsWith('/sign-in'))).toEqual(['GET /sign-in']);
      },
    );

    it.each([301, 302, 303, 307, 308])(
      'redirected by %i to another address of somebody who is signed in, never says signed out',
      async (status) => {
        redirecting(status, '/elsewhere', json(operation.right));
        const outcome = await call(client).then(
          () => 'answered',
          (error: MeError) => ({ code: error.code, signedOut: error.signedOut }),
        );
        const elsewhere = sent().filter((one) => one.endsWith('/elsewhere'));
        // A read by GET is followed; what is sent by another method may change something.
        expect(elsewhere).toEqual(['GET /elsewhere']);
        expect(outcome).toEqual(
          isRead && sent().every((one) => one.startsWith('GET'))
            ? 'answered'
            : { code: 'Redirected', signedOut: false },
        );
      },
    );

    it('redirected with a token, is sent once and with no other token', async () => {
      let given = 0;
      const tokens = createTokenSource(() => `token-${++given}`);
      const signed = create({ baseUrl: backend.baseUrl, tokens });
      redirecting(307, '/elsewhere', json(operation.right));
      const outcome = await call(signed).then(
        () => 'answered',
        (error: MeError) => error.code,
      );
      const own = backend.received.filter(({ body, url, method }) =>
        method === 'GET' ? url === '/elsewhere' : !operation.prepare?.({ body } as Received),
      );
      expect([own.length, given]).toEqual([1, 1]);
      expect(outcome).toBe(own[0]?.method === 'GET' ? 'answered' : 'Redirected');
    });
  });

  describe('an answer of more than 5 MB', () => {
    it.each([
      ['announced', { 'Content-Length': '400000000' }],
      ['not announced', {}],
    ])('is cut off while it comes, when it is %s', async (_name, headers) => {
      const chunk = Buffer.alloc(1_000_000, ' ');
      let sent = 0;
      const closed = new Promise<void>((resolve) => {
        backend.answer = (response) => {
          response.on('close', resolve);
          response.writeHead(200, { 'Content-Type': 'application/json', ...headers });
          const more = () => {
            if (response.destroyed || sent >= 400) return;
            sent += 1;
            response.write(chunk, more);
          };
          more();
        };
      });
      expect(await failure(client.getUser())).toMatchObject({ code: 'BadAnswer', status: 200 });
      await closed;
      expect(sent).toBeLessThan(400);
    });
  });

  it.each(['opaqueredirect', 'opaque'] as const)(
    'an answer that the browser hides (%s) is a redirect, and no sign-out',
    async (type) => {
      const answer = Object.defineProperties(new Response(), {
        type: { value: type },
        status: { value: 0 },
        ok: { value: false },
      });
      const hidden = create({ fetch: async () => answer });
      for (const { call } of [...calls, ...deletions]) {
        expect(await failure(call(hidden))).toMatchObject({ code: 'Redirected', transient: false });
      }
    },
  );

  it('a read that the browser may not follow to another origin is a redirect, and no outage', async () => {
    const asked: (RequestInit['redirect'] | 'follow')[] = [];
    const elsewhere = Object.defineProperties(new Response(), {
      type: { value: 'opaqueredirect' },
      status: { value: 0 },
    });
    const blocked = create({
      fetch: async (_, { redirect = 'follow' } = {}) => {
        asked.push(redirect);
        if (redirect === 'follow') throw new TypeError('Failed to fetch');
        return elsewhere;
      },
    });
    expect(await failure(blocked.getUser())).toMatchObject({ code: 'Redirected' });
    expect(asked).toContain('manual');
  });
});
