import { describe, expect, test } from 'vitest';
import { actions, allowedActions, executionModes } from '../../src/contract/execution-mode.ts';
import type { Action } from '../../src/contract/execution-mode.ts';
import type { SeedAccount } from '../../src/server/db/seed.ts';
import { operations } from '../../src/server/http/operations/table.ts';
import { routes } from '../../src/server/http/routes/all.ts';
import { headersOf, sam } from './callers.ts';
import { onBothDatabases } from './world.ts';

interface Example {
  query?: string;
  json?: object;
  /** What the body needs beyond what the call needs anyhow. */
  extra?: Action;
}

/** Requests that would do something, for every call of both dialects, by its name. */
const examples: Record<string, Example[]> = {
  getMe: [{}],
  updateMe: [
    { json: { name: 'Changed' } },
    { json: { name: 'Changed', email: 'changed@example.com' }, extra: 'change_email' },
    { json: { email: null }, extra: 'change_email' },
  ],
  deleteMe: [{}],
  restoreMe: [{}],
  getUsernameAvailability: [{ query: '?username=somebody' }],
  exportMe: [{}],
  getPreferences: [{}],
  updatePreferences: [{ json: { timezone: 'Asia/Dubai' } }],
  getUsage: [{}],
  getUsageHistory: [{ query: '?from=2026-01-01&to=2026-01-02' }],
  listSessions: [{}],
  revokeOtherSessions: [{ query: '?except=current' }],
  revokeSession: [{}],
  'user.getProfile': [{ json: {} }],
  'user.updateProfile': [
    { json: { username: 'changed' } },
    { json: { username: 'changed', email: 'changed@example.com' }, extra: 'change_email' },
  ],
  'user.updatePreferences': [{ json: { timezone: 'Asia/Dubai' } }],
  'user.getUsageStats': [{ json: {} }],
  'user.getSessions': [{ json: {} }],
  'user.deactivateAccount': [{ json: { confirm: true } }],
};

interface Request {
  method: string;
  path: string;
  json: object | undefined;
}

/** Every call, as requests; both addresses of the operations. */
const calls: { name: string; action: Action; request: (example: Example) => Request }[] = [
  ...routes.map(({ operationId, action, method, path }) => ({
    name: operationId,
    action,
    request: ({ query = '', json }: Example) => ({ method, path: path + query, json }),
  })),
  ...operations.flatMap(({ name, action }) => [
    {
      name: `user.${name}`,
      action,
      request: ({ json }: Example) => ({
        method: 'POST',
        path: '/api/sdk/v2/resources/call',
        json: { resourceId: 'user', method: name, params: json },
      }),
    },
    {
      name: `user.${name}`,
      action,
      request: ({ json }: Example) => ({
        method: 'POST',
        path: `/api/sdk/v1/user/${name}`,
        json,
      }),
    },
  ]),
];

const table = executionModes.flatMap((mode) =>
  calls.flatMap(({ name, action, request }) =>
    (examples[name] ?? []).map((example) => {
      const needed = [action, ...(example.extra ? [example.extra] : [])];
      const refused = needed.find((each) => !allowedActions[mode].includes(each));
      const { method, path, json } = request(example);
      const shown = `${method} ${path} ${json ? JSON.stringify(json) : ''}`.trim();
      return { mode, shown, method, path, json, refused, action };
    }),
  ),
);

test('every call of both dialects is in the table, and every action is some call’s', () => {
  expect([...new Set(calls.map(({ name }) => name))].sort()).toEqual(Object.keys(examples).sort());
  const needed = calls.flatMap(({ name, action }) => [
    action,
    ...(examples[name] ?? []).flatMap(({ extra }) => extra ?? []),
  ]);
  expect([...new Set(needed)].sort()).toEqual([...actions].sort());
});

test('what a call may do is what its method says', () => {
  for (const { method, action } of routes) {
    expect([method, action === 'read']).toEqual([method, method === 'GET']);
  }
});

onBothDatabases((world) => {
  const someone = (account: Partial<SeedAccount> = {}) =>
    world().person({
      emails: [
        { email: 'first@example.com', verified: true, primary: true },
        { email: 'second@example.com', verified: true, primary: false },
      ],
      ...account,
    });

  /** All that is kept, but for when it was last used. */
  const state = () =>
    Promise.all(
      ['accounts', 'emails', 'phone_numbers', 'sessions', 'preferences', 'idempotency_keys'].map(
        (name) => world().db.query(`select * from ${name} order by 1, 2`),
      ),
    );

  /** Makes the request of a row, to an account that it can be about. */
  async function prepare({ mode, method, path, json, action }: (typeof table)[number]) {
    const me = await someone(action === 'restore' ? { deletedDaysAgo: 1, graceDays: 30 } : {});
    await world().signIn(me);
    const headers = { ...(await headersOf(world(), mode, me)), 'Idempotency-Key': 'once' };
    const [victim] = await world().db.query<{ id: string }>(
      'select id from sessions order by last_active desc limit 1',
    );
    const target = path.replace(':id', victim?.id ?? '');
    return () => world().call(undefined, target, { method, json, headers });
  }

  describe.each(executionModes)('in %s mode', (mode) => {
    const rows = table.filter((row) => row.mode === mode);
    const refusedRows = rows.filter(({ refused }) => refused !== undefined);

    test.each(rows.filter(({ refused }) => refused === undefined))(
      '$shown is done',
      async (row) => {
        const ask = await prepare(row);
        expect((await ask()).status).toBeLessThan(300);
      },
    );

    // An empty table would be an error, and whoever is the person may do everything.
    if (refusedRows.length === 0) return;
    test.each(refusedRows)('$shown is refused and does nothing', async (row) => {
      const ask = await prepare(row);
      const before = await state();
      const answer = await ask();
      expect(answer.status).toBe(403);
      const { code, message } = answer.body.error ?? answer.body;
      expect(code).toBe(row.path.startsWith('/api') ? 'PERMISSION_DENIED' : 'Forbidden');
      expect(message).toBe(`In ${mode} mode the action ${row.refused} is not allowed.`);
      expect(await state()).toEqual(before);
    });
  });

  test('the mode is checked before the grace period and before anything is remembered', async () => {
    const me = await someone({ deletedDaysAgo: 1, graceDays: 30 });
    const headers = await headersOf(world(), 'delegated', me);
    const refused = await world().call(undefined, '/me', { method: 'DELETE', headers });
    expect([refused.status, refused.body.code]).toEqual([403, 'Forbidden']);
    const edit = await world().call(undefined, '/me', { method: 'PATCH', json: {}, headers });
    expect([edit.status, edit.body.code]).toEqual([403, 'AccountScheduledForDeletion']);
  });

  describe('answers say who asked', () => {
    test('the person is not told who they are', async () => {
      const me = await someone();
      const { body } = await world().call(me, '/me');
      expect(body).not.toHaveProperty('executionMode');
      expect(body).not.toHaveProperty('actor');
    });

    test('whoever acts is named, after changes too, and so is a service', async () => {
      const me = await someone();
      const expected = {
        delegated: { executionMode: 'delegated', actor: sam },
        service: { executionMode: 'service', actor: { id: 'demo-service' } },
      };
      for (const mode of ['delegated', 'service'] as const) {
        const headers = await headersOf(world(), mode, me);
        for (const init of [{}, { method: 'PATCH', json: { bio: mode } }]) {
          const { status, body } = await world().call(undefined, '/me', { ...init, headers });
          expect(status).toBe(200);
          expect(body).toMatchObject({ id: me.id, ...expected[mode] });
        }
        const operation = await world().call(undefined, '/api/sdk/v1/user/getProfile', {
          method: 'POST',
          headers,
        });
        expect(operation.body.metadata).toEqual(expected[mode]);
      }
    });

    test('nobody is told “not modified” of what somebody else was sent', async () => {
      const me = await someone();
      const person = { Authorization: `Bearer ${me.token}` };
      const acting = await headersOf(world(), 'delegated', me);
      const other = {
        Authorization: `Bearer ${await world().demo.signInByToken(me.username, { type: 'test' }, { id: 'kim' })}`,
      };
      const read = (headers: Record<string, string>, tag?: string) =>
        world().call(undefined, '/me', {
          headers: { ...headers, ...(tag !== undefined && { 'If-None-Match': tag }) },
        });
      const callers = [person, acting, other];
      const tags = await Promise.all(callers.map(async (each) => (await read(each)).etag));
      expect(new Set(tags).size).toBe(3);
      for (const [reader, headers] of callers.entries()) {
        for (const [writer, tag] of tags.entries()) {
          expect((await read(headers, tag)).status).toBe(reader === writer ? 304 : 200);
        }
      }
    });

    test('a change goes by what was read, in whichever form it was read', async () => {
      const me = await someone();
      const person = { Authorization: `Bearer ${me.token}` };
      const acting = await headersOf(world(), 'delegated', me);
      for (const [reader, writer] of [
        [person, acting],
        [acting, person],
        [acting, acting],
      ]) {
        const { etag } = await world().call(undefined, '/me', { headers: reader ?? {} });
        const change = (bio: string) =>
          world().call(undefined, '/me', {
            method: 'PATCH',
            json: { bio },
            headers: { ...writer, 'If-Match': etag },
          });
        expect((await change(crypto.randomUUID())).status).toBe(200);
        expect((await change('late')).status).toBe(412);
      }
    });

    test('a repeated request finds the own answer, not that of somebody else', async () => {
      const me = await someone();
      const once = { 'Idempotency-Key': 'once' };
      const change = (headers: Record<string, string>) =>
        world().call(undefined, '/me', {
          method: 'PATCH',
          json: { bio: 'once' },
          headers: { ...headers, ...once },
        });
      expect((await change({ Authorization: `Bearer ${me.token}` })).status).toBe(200);
      expect((await change(await headersOf(world(), 'delegated', me))).body.code).toBe(
        'IdempotencyKeyReused',
      );
    });
  });
});
