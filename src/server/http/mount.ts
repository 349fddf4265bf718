import type { Context, Hono } from 'hono';
import { identify, isChange, perform, permit, permitBody } from './admission.ts';
import type { CallDeps } from './admission.ts';
import type { AppEnv } from './app-env.ts';
import { demandJson, parseJson, readBody } from './body.ts';
import { ifMatch, variantOf } from './entity-tag.ts';
import { refuseOtherMethods } from './method-not-allowed.ts';
import type { Answer, Route } from './route.ts';
import { send } from './send.ts';
import type { Sendable } from './send.ts';
import { validated } from './validate.ts';

const sendable = ({ status, body, version, variant, headers }: Answer): Sendable => ({
  status,
  body: body === undefined ? null : JSON.stringify(body),
  etag: version === undefined ? null : variantOf(version, variant),
  ...(headers && { headers }),
});

/** Makes routes of the table, and answers 405 for the other methods of their paths. */
export function mount(app: Hono<AppEnv>, routes: readonly Route[], deps: CallDeps): void {
  for (const route of routes) {
    app.on(route.method, route.path, (c) => {
      c.set('route', route.path);
      return answer(c, route, deps);
    });
  }
  for (const path of new Set(routes.map((route) => route.path))) {
    const served = routes.filter((route) => route.path === path).map(({ method }) => method);
    refuseOtherMethods(app, path, served);
  }
}

async function answer(c: Context<AppEnv>, route: Route, deps: CallDeps): Promise<Response> {
  const signedIn = await identify(c, deps);
  permit(signedIn, route);
  const query = route.query && validated(route.query, c.req.query());
  if (route.body) demandJson(c);
  const bytes = isChange(route) ? await readBody(c) : new Uint8Array();
  const json = route.body && parseJson(bytes);
  permitBody(signedIn, route, json);
  const body = route.body && validated(route.body, json);
  const params = c.req.param() as Record<string, string>;
  const precondition = ifMatch(route.tagged && c.req.header('If-Match'));
  const call = { signedIn, params, query, body, precondition };
  return send(
    c,
    await perform(c, deps.db, signedIn, route, bytes, async (db) =>
      sendable(await route.handle({ ...call, db })),
    ),
  );
}
