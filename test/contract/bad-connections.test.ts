import { createTokenSource } from '../../src/client/token-source.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { MeClient } from '../../src/client/me-client.ts';
import { dialects } from './dialects.ts';
import { failure, once } from './harness.ts';
import { json, type RawBackend, startRawBackend, text } from './raw-backend.ts';

/** Failures without a word that the contract knows. */
const undescribed = [
  '',
  '<title>Error</title>',
  '{"code":',
  '7',
  'null',
  '[]',
  '{}',
  '{"code":7}',
  '{"details":[]}',
  '{"success":false}',
  '{"success":false,"error":{"code":7}}',
  '{"success":true,"data":{}}',
];

describe.each(dialects)('with $name', ({ create, calls }) => {
  let backend: RawBackend;
  let client: MeClient;
  beforeAll(async () => {
    backend = await startRawBackend();
    client = create({ baseUrl: backend.baseUrl });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  afterAll(() => backend.close());

  const saving = (on: MeClient = client) => on.updateUser({ timezone: 'UTC' }, once());

  describe('an error that nobody describes', () => {
    it.each([
      [400, 'BadAnswer', false],
      [401, 'Unauthorized', false],
      [403, 'Forbidden', false],
      [404, 'BadAnswer', false],
      [409, 'BadAnswer', false],
      [412, 'PreconditionFailed', false],
      [422, 'ValidationFailed', false],
      [429, 'TooManyRequests', true],
      [500, 'BadAnswer', true],
      [502, 'BadAnswer', true],
      [503, 'ServiceUnavailable', true],
      [504, 'BadAnswer', true],
    ])('%i is %s, of which transient is %s', async (status, code, transient) => {
      for (const body of undescribed) {
        backend.answer = text(body, status, { 'Content-Type': 'text/html' });
        const expected = { code, status, transient, fields: {}, signedOut: status === 401 };
        for (const call of [() => client.getUser(), saving, () => client.deleteUser(once())])
          expect(await failure(call())).toMatchObject(expected);
      }
    });

    it('may be longer than any answer', async () => {
      backend.answer = text('x'.repeat(6_000_000), 502);
      const expected = { code: 'BadAnswer', status: 502, transient: true };
      expect(await failure(saving())).toMatchObject(expected);
    });
  });

  describe('Retry-After', () => {
    it.each([
      ['120', 120],
      ['0', 0],
      ['Wed, 01 May 2024 12:01:30 GMT', 90],
      ['Wed, 01 May 2024 11:00:00 GMT', 0],
      ['soon', undefined],
      ['', undefined],
    ])('%j is %s seconds', async (header, seconds) => {
      vi.useFakeTimers({ now: Date.parse('2024-05-01T12:00:00Z'), toFake: ['Date'] });
      backend.answer = json({}, 429, { 'Retry-After': header });
      const expected = { code: 'TooManyRequests', status: 429, retryAfter: seconds };
      expect(await failure(saving())).toMatchObject(expected);
      backend.answer = text('<title>Busy</title>', 503, { 'Retry-After': header });
      expect((await failure(client.getUser())).retryAfter).toBe(seconds);
    });
  });

  describe('no answer', () => {
    it('is a network error when the connection breaks, before or within the answer', async () => {
      const expected = { code: 'NetworkError', status: 0, transient: true };
      backend.answer = (response) => response.destroy();
      for (const { call } of calls) expect(await failure(call(client))).toMatchObject(expected);
      backend.answer = (response) => {
        response.writeHead(200, { 'Content-Length': '100' });
        response.write('{"id":', () => response.destroy());
      };
      for (const { call } of calls) expect(await failure(call(client))).toMatchObject(expected);
    });

    it('is a network error when nobody listens', async () => {
      const gone = await startRawBackend();
      await gone.close();
      const error = await failure(create({ baseUrl: gone.baseUrl }).getUser());
      expect(error).toMatchObject({ code: 'NetworkError', status: 0 });
    });

    /** Answers nothing, and does not even notice that it is aborted. */
    const deaf = () => create({ fetch: () => new Promise<Response>(() => {}) });

    it.each<[string, number, (slow: MeClient) => Promise<unknown>]>([
      ['a read', 15_000, (slow) => slow.getUser()],
      ['a write', 30_000, saving],
      ['a deletion', 30_000, (slow) => slow.deleteUser(once())],
    ])('to %s within %i ms is a timeout', async (_, milliseconds, call) => {
      vi.useFakeTimers();
      const settled = vi.fn();
      const error = failure(call(deaf())).finally(settled);
      await vi.advanceTimersByTimeAsync(milliseconds - 1);
      expect(settled).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      expect(await error).toMatchObject({ code: 'Timeout', status: 0, transient: true });
      expect(vi.getTimerCount()).toBe(0);
    });

    it('counts a body that never ends, and a token that never comes', async () => {
      vi.useFakeTimers();
      const endless = new Response(
        new ReadableStream({ start: (c) => c.enqueue(new Uint8Array(9)) }),
      );
      const slow = [
        create({ fetch: async () => endless }).getUser(),
        create({ tokens: createTokenSource(() => new Promise(() => {})) }).getUser(),
      ].map(failure);
      await vi.advanceTimersByTimeAsync(15_000);
      expect((await Promise.all(slow)).map(({ code }) => code)).toEqual([
        'Timeout',
        'TokenUnavailable',
      ]);
    });

    it('leaves no timer and no listener behind when the answer came', async () => {
      vi.useFakeTimers();
      const controller = new AbortController();
      const remove = vi.spyOn(controller.signal, 'removeEventListener');
      const right = calls.find(({ name }) => name === 'getUser')?.right;
      const quick = create({ fetch: async () => Response.json(right) });
      await quick.getUser({ signal: controller.signal });
      expect(vi.getTimerCount()).toBe(0);
      expect(remove).toHaveBeenCalledOnce();
    });
  });

  describe('a call the caller gave up', () => {
    it.each(['', '{"id":'])(
      'ends with the reason, and hangs up, after %j of the answer came',
      async (part) => {
        const controller = new AbortController();
        const reason = new Error('left');
        const closed = new Promise<void>((resolve) => {
          backend.answer = (response) => {
            response.on('close', resolve);
            if (part) response.write(part);
            controller.abort(reason);
          };
        });
        await expect(client.getUser({ signal: controller.signal })).rejects.toBe(reason);
        await closed;
      },
    );

    it('is not sent when it was given up before', async () => {
      const send = vi.fn<typeof fetch>();
      const call = create({ fetch: send }).getUser({ signal: AbortSignal.abort('left') });
      await expect(call).rejects.toBe('left');
      expect(send).not.toHaveBeenCalled();
    });

    it('is not sent when it was given up while the token was fetched', async () => {
      const send = vi.fn<typeof fetch>(() => Promise.reject(new Error('sent')));
      const controller = new AbortController();
      const slow = create({
        fetch: send,
        tokens: createTokenSource(async () => {
          controller.abort('left');
          return 'token';
        }),
      });
      await expect(slow.deleteUser({ ...once(), signal: controller.signal })).rejects.toBe('left');
      expect(send.mock.calls.filter(([, init]) => !init?.signal?.aborted)).toEqual([]);
    });
  });

  it.each([
    ['cannot be had', () => Promise.reject(new Error('canary'))],
    ['is no header value', () => 'canary\n'.repeat(2)],
  ])(
    'a token that %s is an error of its own, shows nothing of it, and sends nothing',
    async (_, getToken) => {
      const before = backend.received.length;
      const error = await failure(
        create({ baseUrl: backend.baseUrl, tokens: createTokenSource(getToken) }).getUser(),
      );
      expect(error).toMatchObject({
        code: 'TokenUnavailable',
        status: 0,
        signedOut: false,
      });
      expect([error.message, error.stack, String(error.cause)].join()).not.toContain('canary');
      expect(backend.received).toHaveLength(before);
    },
  );
});
