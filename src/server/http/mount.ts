import type { Context, Hono } from 'hono';
import { scheduledForDeletion } from '../accounts/profile.ts';
import { ServiceError } from '../accounts/service-error.ts';
import type { Database } from '../db/database.ts';
import { touchSession } from '../db/sessions.ts';
import { authenticate } from '../identity/authenticate.ts';
import type { Identity } from '../identity/authenticate.ts';
import { demandAccount } from './account-id.ts';
import type { AppEnv } from './app-env.ts';
import { demandJson, parseJson, readBody } from './body.ts';
import { ifMatch } from './entity-tag.ts';
import { hashRequest, once, readKey } from './idempotency.ts';
import type { Answer, Call, Route } from './route.ts';
import { send } from './send.ts';
import type { Sendable } from './send.ts';
import { validated } from './validate.ts';

interface Deps {
  db: Database;
  identity: Identity;
}

const sendable = ({ status, body, version, headers }: Answer): Sendable => ({
  status,
  body: body === undefined ? null : JSON.stringify(body),
  etag: version ?? null,
  ...(headers && { headers }),
});

/** Makes routes of the table, and answers 405 for the other methods of their paths. */
export function mount(app: Hono<AppEnv>, routes: readonly Route[], deps: Deps): void {
  for (const route of routes) {
    app.on(route.method, route.path, (c) => {
      c.set('route', route.path);
      return answer(c, route, deps);
    });
  }
  for (const path of new Set(routes.map((route) => route.path))) {
    const methods = routes.filter((route) => route.path === path).map(({ method }) => method);
    const allowed = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
    app.all(path, (c) => {
      c.set('route', path);
      c.header('Allow', allowed.join(', '));
      throw new ServiceError('MethodNotAllowed', `${path} allows ${allowed.join(', ')}.`);
    });
  }
}

async function answer(c: Context<AppEnv>, route: Route, deps: Deps): Promise<Response> {
  const { db, identity } = deps;
  const signedIn = await authenticate(c, db, identity);
  demandAccount(c, signedIn.id);
  // Nobody waits for it, and the answer does not depend on it.
  if (signedIn.touchDue) void touchSession(db, signedIn.sessionId).catch(() => undefined);
  const call = {
    signedIn,
    params: c.req.param() as Record<string, string>,
    query: route.query && validated(route.query, c.req.query()),
    precondition: ifMatch(route.tagged && c.req.header('If-Match')),
  };
  if (route.method === 'GET') {
    return send(c, sendable(await route.handle({ ...call, db, body: undefined })));
  }
  return change(c, route, db, call);
}

async function change(
  c: Context<AppEnv>,
  route: Route,
  db: Database,
  call: Omit<Call<unknown, unknown>, 'db' | 'body'>,
): Promise<Response> {
  if (call.signedIn.deletionScheduledFor !== null && !route.duringGrace) {
    throw scheduledForDeletion();
  }
  const key = readKey(c);
  if (route.body) demandJson(c);
  const bytes = await readBody(c);
  const body = route.body && validated(route.body, parseJson(bytes));
  const { id } = call.signedIn;
  return send(
    c,
    await once(db, id, key, hashRequest(c, bytes), async (tx) =>
      sendable(await route.handle({ ...call, db: tx, body })),
    ),
  );
}
