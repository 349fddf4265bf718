import { Validator } from '@seriousme/openapi-schema-validator';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { DatabaseUnavailable } from '../../src/server/db/database.ts';
import { routes } from '../../src/server/http/routes/all.ts';
import { onBothDatabases, reply } from './world.ts';

const always = [
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'Cross-Origin-Resource-Policy',
  'Permissions-Policy',
  'Referrer-Policy',
  'X-Content-Type-Options',
  'X-Request-Id',
];

onBothDatabases((world) => {
  /** A database of which every query fails. */
  const failingDatabase = (error: Error) => ({
    ...world().db,
    query: async () => {
      throw error;
    },
  });

  const patch = (token: string, body: BodyInit, type = 'application/json') =>
    world().call(token, '/me', {
      method: 'PATCH',
      body,
      headers: { 'Content-Type': type },
      // Node needs to be told before it takes a stream.
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    });

  test('every answer carries the security headers, and none says what runs here', async () => {
    const { token } = await world().person();
    for (const path of [
      '/me',
      '/me/nope',
      '/api/sdk',
      '/sign-in',
      '/sign-in.css',
      '/healthz',
      '/x.js',
      '/',
    ]) {
      const { headers } = await world().call(token, path);
      for (const name of always)
        expect([path, name, headers.has(name)]).toEqual([path, name, true]);
      expect(headers.has('X-Powered-By')).toBe(false);
      expect(headers.has('Strict-Transport-Security')).toBe(false);
    }
  });

  test.each(['/me', '/me/nope', '/api/sdk', '/sign-in', '/demo/token'])(
    '%s is stored nowhere',
    async (path) => {
      const { headers } = await world().call(undefined, path);
      expect(headers.get('Cache-Control')).toBe('no-store');
    },
  );

  test('an error says the same in both forms, with the id that is logged', async () => {
    const { token } = await world().person();
    const { body, headers } = await world().call(token, '/me', {
      method: 'PATCH',
      json: { notifications: 1 },
    });
    const id = headers.get('X-Request-Id');
    expect(body).toEqual({
      type: 'about:blank',
      title: 'Unprocessable Entity',
      status: 422,
      detail: 'The request breaks a rule.',
      instance: `urn:uuid:${id}`,
      code: 'ValidationFailed',
      message: 'The request breaks a rule.',
      details: { '.notifications': ['is not a known property'] },
      errors: [
        { pointer: '/notifications', code: 'property_unknown', detail: 'is not a known property' },
      ],
    });
    expect(world().logged.some((line) => line.includes(`"requestId":"${id}"`))).toBe(true);
  });

  describe('bodies', () => {
    test.each([
      ['text that is no JSON', '{', 400],
      ['bytes that are no text', new Uint8Array([0x22, 0xff, 0x22]), 400],
      ['nothing', '', 400],
      ['a list', '[]', 422],
      ['null', 'null', 422],
      ['a prototype', '{"__proto__":{"name":"x"}}', 422],
      ['too much', JSON.stringify({ bio: 'b'.repeat(70_000) }), 413],
    ])('%s is refused', async (_, body, status) => {
      const { token } = await world().person();
      expect((await patch(token, body)).status).toBe(status);
    });

    test('too much is refused without a length too', async () => {
      const { token } = await world().person();
      const stream = new ReadableStream({
        pull: (controller) => controller.enqueue(new Uint8Array(10_000).fill(0x20)),
      });
      const refused = await patch(token, stream);
      expect([refused.status, refused.body.code]).toEqual([413, 'PayloadTooLarge']);
    });

    test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
      'of type "%s" are refused',
      async (type) => {
        const { token } = await world().person();
        expect((await patch(token, '{"name":"x"}', type)).status).toBe(415);
      },
    );

    test.each(['application/json; charset=utf-8', 'application/merge-patch+json'])(
      'of type "%s" are taken',
      async (type) => {
        const { token } = await world().person();
        expect((await patch(token, '{"name":"x"}', type)).status).toBe(200);
      },
    );
  });

  test('other methods are refused, saying which are allowed', async () => {
    const { token } = await world().person();
    const allowed: [string, string, string][] = [
      ['PUT', '/me', 'GET, HEAD, PATCH, DELETE'],
      ['POST', '/me/sessions', 'GET, HEAD, DELETE'],
      ['GET', '/me/restore', 'POST'],
      ['GET', '/me/sessions/x', 'DELETE'],
      ['OPTIONS', '/me', 'GET, HEAD, PATCH, DELETE'],
      ['DELETE', '/sign-in', 'GET, HEAD, POST'],
      ['POST', '/profile', 'GET, HEAD'],
    ];
    for (const [method, path, methods] of allowed) {
      const { status, headers } = await world().call(token, path, { method });
      expect([path, status, headers.get('Allow')]).toEqual([path, 405, methods]);
    }
  });

  test('HEAD answers as GET does, without the body', async () => {
    const { token } = await world().person();
    const { status, etag, text } = await world().call(token, '/me', { method: 'HEAD' });
    expect([status, text]).toEqual([200, '']);
    expect(etag).toBe((await world().call(token, '/me')).etag);
  });

  test('unknown resources are 404 problems', async () => {
    const { status, body } = await world().call(undefined, '/me/nope');
    expect([status, body.code]).toEqual([404, 'NotFound']);
  });

  test('long answers are compressed as asked, with a tag of their own that If-Match takes', async () => {
    const { token } = await world().person({ bio: 'long '.repeat(90), badges: ['x'.repeat(900)] });
    const request = (encoding: string) =>
      world().app.request('/me', {
        headers: { Authorization: `Bearer ${token}`, 'Accept-Encoding': encoding },
      });
    const plain = await request('identity');
    const text = await plain.text();
    const decode = { br: brotliDecompressSync, gzip: gunzipSync };
    for (const encoding of ['br', 'gzip'] as const) {
      const answer = await request(encoding);
      expect(answer.headers.get('Content-Encoding')).toBe(encoding);
      expect(answer.headers.get('Vary')).toBe('Accept-Encoding');
      expect(String(decode[encoding](await answer.arrayBuffer()))).toBe(text);
      const tag = answer.headers.get('ETag') ?? '';
      expect(tag).not.toBe(plain.headers.get('ETag'));
      const changed = await world().call(token, '/me', {
        method: 'PATCH',
        json: {},
        headers: { 'If-Match': tag },
      });
      expect(changed.status).toBe(200);
    }
    const short = await world().call(token, '/me/preferences', {
      headers: { 'Accept-Encoding': 'br, gzip' },
    });
    expect(short.headers.has('Content-Encoding')).toBe(false);
  });

  test('a failure inside says nothing of the inside', async () => {
    const { token } = await world().person();
    const fail = (error: Error) => world().remake({ db: failingDatabase(error) });
    const ask = async (error: Error, path: string) =>
      reply(await fail(error).request(path, { headers: { Authorization: `Bearer ${token}` } }));
    const bug = await ask(new Error('select secret from accounts'), '/me');
    expect([bug.status, bug.body.code]).toEqual([500, 'InternalError']);
    expect(bug.text + world().logged.at(-1)).not.toContain('secret');
    for (const path of ['/me', '/readyz']) {
      const down = await ask(new DatabaseUnavailable('host db.internal is down'), path);
      expect([down.status, down.headers.get('Retry-After')]).toEqual([503, '5']);
      expect(down.text).not.toContain('internal');
    }
    expect((await reply(await fail(new Error('x')).request('/healthz'))).status).toBe(200);
  });

  test('the log holds nothing that a caller wrote', async () => {
    const me = await world().person({ username: 'canary-user', bio: 'canary-bio' });
    world().logged.length = 0;
    const headers = {
      Cookie: 'account_session=canary-cookie',
      'User-Agent': 'canary-agent',
      'X-Forwarded-For': 'canary-address',
      'Idempotency-Key': 'canary-key',
      'If-Match': '"canary-tag"',
      Referer: 'http://canary-referrer',
    };
    const json = { name: 'canary-name', email: 'canary@example.com', canary_property: 'canary' };
    for (const { method, path } of routes) {
      const target = `${path.replace(':id', 'canary-id')}?canary=canary&username=canary`;
      await world().call(me, target, { method, headers, ...(method === 'PATCH' && { json }) });
      await world().call('canary.canary.canary', target, { method, headers });
    }
    for (const path of ['/canary', '/sign-in?next=/canary', '/me/canary', '/sessions?canary']) {
      await world().call(undefined, path, { headers });
      await world().call(undefined, path, { method: 'CANARY', headers });
    }
    const broken = world().remake({
      db: failingDatabase(new Error('canary-sql')),
    });
    await broken.request('/me', { headers: { Authorization: `Bearer ${me.token}`, ...headers } });
    expect(world().logged.length).toBeGreaterThan(20);
    const log = world().logged.join('');
    expect(log.toLowerCase()).not.toContain('canary');
    expect(log).not.toContain(me.token);
    expect(log).not.toContain(me.id);
    expect(log).toContain('"route":"/me/sessions/:id"');
  });

  describe('the OpenAPI document', () => {
    test('is valid and names every route the service has, and no other', async () => {
      const { body } = await world().call(undefined, '/openapi.json');
      expect(await new Validator().validate(body)).toMatchObject({ valid: true });
      const documented = Object.entries<Record<string, unknown>>(body.paths).flatMap(
        ([path, operations]) => Object.keys(operations).map((method) => `${method} ${path}`),
      );
      const real = world()
        .app.routes.filter(({ method }) => method !== 'ALL')
        .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`);
      expect(documented.sort()).toEqual([...new Set(real)].sort());
    });

    test('tells of Account-Id on every call about oneself', async () => {
      const { body } = await world().call(undefined, '/openapi.json');
      for (const { path, method } of routes) {
        const { parameters, responses } =
          body.paths[path.replace(/:(\w+)/g, '{$1}')][method.toLowerCase()];
        expect(parameters).toContainEqual(
          expect.objectContaining({
            name: 'Account-Id',
            in: 'header',
            required: false,
            schema: { type: 'string' },
          }),
        );
        expect(responses[409].description).toContain('AccountChanged');
      }
    });
  });
});
