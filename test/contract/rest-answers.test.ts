import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
beforeEach(() => {
  backend.answer = json({ id: '1', name: 'Ada' });
});
afterAll(() => backend.close());

const html = { 'Content-Type': 'text/html; charset=utf-8' };
const range = { from: '2024-01-01', to: '2024-01-02', bucket: 'day', timezone: 'UTC' } as const;

const reads: Record<string, () => Promise<unknown>> = {
  getUser: () => client.getUser(),
  getPreferences: () => client.getPreferences(),
  getUsage: () => client.getUsage(),
  getUsageHistory: () => client.getUsageHistory(range),
  listSessions: () => client.listSessions(),
  checkUsername: () => client.checkUsername('ada'),
};
const writes: Record<string, () => Promise<unknown>> = {
  updateUser: () => client.updateUser({ name: 'Ada' }, once()),
  restoreUser: () => client.restoreUser(once()),
  updatePreferences: () => client.updatePreferences({ theme: 'dark' }, once()),
  revokeOtherSessions: () => client.revokeOtherSessions(once()),
};
const deletes: Record<string, () => Promise<unknown>> = {
  deleteUser: () => client.deleteUser(once()),
  revokeSession: () => client.revokeSession('1', once()),
};
const exports: Record<string, () => Promise<unknown>> = { exportData: () => client.exportData() };
const parsed = { ...reads, ...writes };
const all = { ...parsed, ...deletes, ...exports };

describe.each(Object.entries(parsed))('%s refuses as a bad answer', (_, call) => {
  it.each([
    ['an HTML page', '<!doctype html><title>Welcome</title>', html],
    ['JSON that calls itself HTML', '{"id":"1","name":"Ada"}', html],
    ['truncated JSON', '{"id":"1","name":"A', {}],
    ['nothing', '', {}],
    ['a number', '7', {}],
    ['null', 'null', {}],
    ['a list', '[]', {}],
  ])('%s', async (_name, body, headers) => {
    backend.answer = text(body, 200, headers);
    expect(await failure(call())).toMatchObject({ code: 'BadAnswer', status: 200 });
  });
});

it('refuses text that is no UTF-8 rather than show it changed', async () => {
  backend.answer = text(Buffer.from('{"id":"1","name":"\xff"}', 'latin1'));
  expect(await failure(client.getUser())).toMatchObject({ code: 'BadAnswer', status: 200 });
});

describe.each<[string, unknown]>([
  ['getUser', { id: 1, name: 'Ada' }],
  ['getUser', { id: '1', name: 'Ada', emails: 'none' }],
  ['getPreferences', { theme: 1 }],
  ['getUsage', { monthlyTokenUsage: '12' }],
  ['getUsageHistory', { buckets: [{ start: 1, tokens: 1 }] }],
  ['listSessions', { results: [{ id: 1 }] }],
  ['listSessions', { results: {} }],
  ['checkUsername', { available: 'yes' }],
  ['updateUser', { name: 'Ada' }],
  ['revokeOtherSessions', {}],
])('%s', (operation, body) => {
  it(`refuses ${JSON.stringify(body)} as a bad answer`, async () => {
    backend.answer = json(body);
    expect(await failure((parsed[operation] as () => Promise<unknown>)())).toMatchObject({
      code: 'BadAnswer',
      status: 200,
    });
  });
});

describe('a deletion', () => {
  it.each([
    [200, ''],
    [200, '{"anything":'],
    [202, ''],
    [204, ''],
  ])('is done when the answer is %i with %j', async (status, body) => {
    for (const call of Object.values(deletes)) {
      backend.answer = text(body, status);
      await expect(call()).resolves.toBeUndefined();
    }
  });

  it('is not done when a page of HTML comes back', async () => {
    for (const call of Object.values(deletes)) {
      backend.answer = text('<title>Sign in</title>', 200, html);
      expect((await failure(call())).code).toBe('BadAnswer');
    }
  });
});

describe('an answer of more than 5 MB', () => {
  it('is cut off while it comes, however short it claimed to be', async () => {
    const chunk = Buffer.alloc(1_000_000, ' ');
    let sent = 0;
    const closed = new Promise<void>((resolve) => {
      backend.answer = (response) => {
        response.on('close', resolve);
        response.writeHead(200, { 'Content-Type': 'application/json' });
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

  it('is read when it is an export', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(6_000_000) });
    backend.answer = text(body, 200, {
      'Content-Disposition': 'attachment; filename="account-ada.json"',
    });
    const { blob, filename } = await client.exportData();
    expect(blob).toMatchObject({ size: body.length, type: 'application/json' });
    expect(filename).toBe('account-ada.json');
  });
});

describe('an export', () => {
  it.each([
    ['truncated', '{"profile":{', {}],
    ['a page of HTML', '<title>Sign in</title>', html],
    ['empty', '', {}],
  ])('that is %s is refused', async (_, body, headers) => {
    backend.answer = text(body, 200, headers);
    expect((await failure(client.exportData())).code).toBe('BadAnswer');
  });
});

describe.each(Object.entries(all))('%s, redirected to a sign-in page', (_, call) => {
  it.each([301, 302, 303, 307, 308])(
    'by %i, says that the person is signed out',
    async (status) => {
      const pages: string[] = [];
      backend.answer = (response, request) => {
        if (request.url === '/sign-in') {
          pages.push(request.method);
          text('<title>Sign in</title>', 200, html)(response, request);
        } else text('', status, { Location: '/sign-in' })(response, request);
      };
      expect(await failure(call())).toMatchObject({ code: 'Unauthorized', status: 401 });
      expect(pages.filter((method) => method !== 'GET')).toEqual([]);
    },
  );
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

describe('an answer that is a page of the browser', () => {
  it.each(['opaqueredirect', 'opaque'] as const)('(%s) means signed out', async (type) => {
    const answer = Object.defineProperties(new Response(), {
      type: { value: type },
      status: { value: 0 },
      ok: { value: false },
    });
    const hidden = createRestClient({ fetch: async () => answer });
    expect(await failure(hidden.getUser())).toMatchObject({ code: 'Unauthorized', status: 401 });
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
