import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { MeClient } from '../../src/client/me-client.ts';
import { createBirdClient } from '../../src/client/bird.ts';
import { createRestClient } from '../../src/client/rest.ts';
import { failure, once } from './harness.ts';
import { json, type RawBackend, startRawBackend, text } from './raw-backend.ts';

const html = { 'Content-Type': 'text/html; charset=utf-8' };

describe.each([
  ['rest', createRestClient],
  ['bird', createBirdClient],
] as const)('with %s', (name, create) => {
  let backend: RawBackend;
  let client: MeClient;
  beforeAll(async () => {
    backend = await startRawBackend();
    client = create({ baseUrl: backend.baseUrl });
  });
  afterAll(() => backend.close());

  describe('a deletion', () => {
    const deletions = [
      () => client.deleteUser(once()),
      ...(name === 'rest' ? [() => client.revokeSession('1', once())] : []),
    ];

    it.each([
      [200, ''],
      [200, '{"anything":'],
      [202, ''],
      [204, ''],
      [202, 'null'],
      [200, '{"code":"UsernameTaken"}'],
    ])('is done when the answer is %i with %j', async (status, body) => {
      for (const call of deletions) {
        backend.answer = text(body, status);
        await expect(call()).resolves.toBeUndefined();
      }
    });

    it('is not done when a page of HTML comes back', async () => {
      for (const call of deletions) {
        backend.answer = text('<title>Sign in</title>', 200, html);
        expect((await failure(call())).code).toBe('BadAnswer');
      }
    });
  });

  describe('a read that is redirected', () => {
    it('to JSON is an answer like any other', async () => {
      backend.answer = (response, request) =>
        request.url === '/me'
          ? text('', 307, { Location: '/v2/me' })(response, request)
          : json({ id: '1', name: 'Ada' })(response, request);
      expect((await client.getUser()).value.name).toBe('Ada');
    });

    it('to a page about an outage is no sign-out', async () => {
      backend.answer = (response, request) =>
        request.url === '/me'
          ? text('', 302, { Location: '/sorry' })(response, request)
          : text('<title>Sorry</title>', 503, html)(response, request);
      expect(await failure(client.getUser())).toMatchObject({ status: 503, signedOut: false });
    });
  });

  describe('the example of the documentation', () => {
    it('is read as it stands', async () => {
      backend.answer = json({
        id: '123e4567-e89b-12d3-a456-426614174000',
        status: 'pending',
        name: 'text',
        createdAt: '2024-04-29T10:10:37.101Z',
        defaultEmail: 'text',
        phoneNumber: 'text',
        timezone: 'text',
        badges: ['messagebird:cx'],
      });
      expect((await client.getUser()).value).toMatchObject({ timezone: 'text', emails: [] });
    });
  });

  describe('words that this version does not know', () => {
    it('are data', async () => {
      const unknown = {
        id: '1',
        name: 'Ada',
        status: 'frozen',
        badges: ['other:badge'],
        identities: [{ id: 'i', provider: 'telepathy' }],
        executionMode: 'haunted',
        phoneNumber: 'PRIMARY',
      };
      backend.answer = json(unknown);
      expect((await client.getUser()).value).toMatchObject(unknown);
    });

    it('may be missing, one and all', async () => {
      backend.answer = json({ id: '1', name: 'Ada' });
      const { value, etag } = await client.getUser();
      expect([value.activeSessions, value.status, value.emails, etag]).toEqual([
        undefined,
        undefined,
        [],
        undefined,
      ]);
    });
  });
});

describe('an export', () => {
  let backend: RawBackend;
  let client: MeClient;
  beforeAll(async () => {
    backend = await startRawBackend();
    client = createRestClient({ baseUrl: backend.baseUrl });
  });
  afterAll(() => backend.close());

  it('may be longer than any other answer', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(6_000_000) });
    backend.answer = text(body, 200, {
      'Content-Disposition': 'attachment; filename="account-ada.json"',
    });
    const { blob, filename } = await client.exportData();
    expect(blob).toMatchObject({ size: body.length, type: 'application/json' });
    expect(filename).toBe('account-ada.json');
  });

  it.each([
    ['truncated', '{"profile":{', {}],
    ['a page of HTML', '<title>Sign in</title>', html],
    ['empty', '', {}],
  ])('that is %s is refused', async (_, body, headers) => {
    backend.answer = text(body, 200, headers);
    expect((await failure(client.exportData())).code).toBe('BadAnswer');
  });

  it('redirected to a sign-in page says that the person is signed out', async () => {
    backend.answer = (response, request) =>
      request.url === '/sign-in'
        ? text('<title>Sign in</title>', 200, html)(response, request)
        : text('', 302, { Location: '/sign-in' })(response, request);
    expect((await failure(client.exportData())).signedOut).toBe(true);
  });

  it('may take two minutes, and no longer', async () => {
    vi.useFakeTimers();
    const deaf = createRestClient({ fetch: () => new Promise<Response>(() => {}) });
    const settled = vi.fn();
    const error = failure(deaf.exportData()).finally(settled);
    await vi.advanceTimersByTimeAsync(119_999);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect((await error).code).toBe('Timeout');
    vi.useRealTimers();
  });
});
