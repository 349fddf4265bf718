import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { MeClient } from '../../src/client/me-client.ts';
import { createRestClient } from '../../src/client/rest.ts';
import { failure, once } from './harness.ts';
import { json, type RawBackend, startRawBackend, text } from './raw-backend.ts';

let backend: RawBackend;
let client: MeClient;
beforeAll(async () => {
  backend = await startRawBackend();
  client = createRestClient({ baseUrl: backend.baseUrl });
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => backend.close());

const saving = () => failure(client.updateUser({ name: 'Ada' }, once()));

describe('an error that the backend describes', () => {
  it('keeps the code, the sentence, the fields with their rules, and the reference', async () => {
    backend.answer = json(
      {
        type: 'about:blank',
        title: 'Unprocessable Content',
        status: 422,
        instance: 'urn:request:7',
        code: 'ValidationFailed',
        message: 'The request breaks a rule.',
        details: { '.name': ['Must not be empty.'], '.other': ['Is odd.', 'Is old.'] },
        errors: [
          { pointer: '/name', code: 'name_required', detail: 'Must not be empty.' },
          { pointer: '/name', code: 'name_length' },
          { pointer: '/notifications/security/email', code: 'notifications_locked' },
          { pointer: '#/socials/a~1b~0c', code: 'property_unknown' },
        ],
      },
      422,
      { 'Content-Type': 'application/problem+json' },
    );
    const error = await saving();
    expect(error).toMatchObject({
      code: 'ValidationFailed',
      status: 422,
      message: 'The request breaks a rule.',
      reference: 'urn:request:7',
      transient: false,
    });
    expect(error.fields).toEqual({
      name: [{ code: 'name_required', message: 'Must not be empty.' }, { code: 'name_length' }],
      'notifications.security.email': [{ code: 'notifications_locked' }],
      'socials.a/b~c': [{ code: 'property_unknown' }],
      other: [{ message: 'Is odd.' }, { message: 'Is old.' }],
    });
  });

  it("reads Bird's body, whose codes and fields this version may not know", async () => {
    backend.answer = json(
      {
        code: 'InvalidPayload',
        message: 'The payload is invalid.',
        details: { '.locale': ['must be a valid locale'], '.emails.0': ['is odd'] },
      },
      422,
    );
    const error = await saving();
    expect(error).toMatchObject({ code: 'InvalidPayload', message: 'The payload is invalid.' });
    expect(error.fields).toEqual({
      locale: [{ message: 'must be a valid locale' }],
      'emails.0': [{ message: 'is odd' }],
    });
  });

  it('says how recent the sign-in must be', async () => {
    backend.answer = json({ code: 'StepUpRequired', maxAge: 900 }, 403);
    expect(await failure(client.deleteUser(once()))).toMatchObject({
      code: 'StepUpRequired',
      status: 403,
      maxAge: 900,
      signedOut: false,
    });
  });

  it('cannot reach beyond its fields', async () => {
    backend.answer = text(
      '{"code":"X","errors":[{"pointer":"/__proto__"}],"details":{".__proto__":["x"]}}',
      422,
    );
    const error = await saving();
    expect(Object.getPrototypeOf(error.fields)).toBe(Object.prototype);
    expect({}).not.toHaveProperty('message');
  });
});

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
    const bodies = [
      '',
      '<title>Error</title>',
      '{"code":',
      '7',
      '{}',
      '{"code":7}',
      '{"details":[]}',
    ];
    for (const body of bodies) {
      backend.answer = text(body, status, { 'Content-Type': 'text/html' });
      const expected = { code, status, transient, fields: {}, signedOut: status === 401 };
      expect(await saving()).toMatchObject(expected);
      expect(await failure(client.deleteUser(once()))).toMatchObject(expected);
    }
  });

  it('may be longer than any answer', async () => {
    backend.answer = text('x'.repeat(6_000_000), 502);
    expect(await saving()).toMatchObject({ code: 'BadAnswer', status: 502, transient: true });
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2024-05-01T12:00:00Z');

  it.each([
    ['120', 120],
    ['0', 0],
    ['Wed, 01 May 2024 12:01:30 GMT', 90],
    ['Wed, 01 May 2024 11:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
  ])('%j is %s seconds', async (header, seconds) => {
    vi.useFakeTimers({ now, toFake: ['Date'] });
    const code = { code: 'TooManyRequests' };
    backend.answer = json(code, 429, { 'Retry-After': header });
    expect(await saving()).toMatchObject({ ...code, status: 429, retryAfter: seconds });
    backend.answer = text('<title>Busy</title>', 503, { 'Retry-After': header });
    expect((await failure(client.getUser())).retryAfter).toBe(seconds);
  });
});

describe('no answer', () => {
  it('is a network error when the connection breaks, before or within the answer', async () => {
    backend.answer = (response) => response.destroy();
    expect(await saving()).toMatchObject({ code: 'NetworkError', status: 0, transient: true });
    backend.answer = (response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('{"id":', () => response.destroy());
    };
    expect(await failure(client.getUser())).toMatchObject({ code: 'NetworkError', status: 0 });
  });

  it('is a network error when nobody listens', async () => {
    const gone = await startRawBackend();
    await gone.close();
    const error = await failure(createRestClient({ baseUrl: gone.baseUrl }).getUser());
    expect(error).toMatchObject({ code: 'NetworkError', status: 0 });
  });

  /** Answers nothing, and does not even notice that it is aborted. */
  const deaf = () => createRestClient({ fetch: () => new Promise<Response>(() => {}) });

  it.each<[string, number, (slow: MeClient) => Promise<unknown>]>([
    ['a read', 15_000, (slow) => slow.getUser()],
    ['a write', 30_000, (slow) => slow.updateUser({}, once())],
    ['a deletion', 30_000, (slow) => slow.deleteUser(once())],
    ['an export', 120_000, (slow) => slow.exportData()],
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
    const calls = [
      createRestClient({ fetch: async () => endless }).getUser(),
      createRestClient({ getToken: () => new Promise(() => {}) }).getUser(),
    ].map(failure);
    await vi.advanceTimersByTimeAsync(15_000);
    expect((await Promise.all(calls)).map(({ code }) => code)).toEqual(['Timeout', 'Timeout']);
  });

  it('leaves no timer and no listener behind when the answer came', async () => {
    vi.useFakeTimers();
    const controller = new AbortController();
    const remove = vi.spyOn(controller.signal, 'removeEventListener');
    const quick = createRestClient({ fetch: async () => Response.json({ id: '1', name: 'Ada' }) });
    await quick.getUser({ signal: controller.signal });
    expect(vi.getTimerCount()).toBe(0);
    expect(remove).toHaveBeenCalledOnce();
  });
});
