import { Hono } from 'hono';
import type { Logger } from 'pino';
import { ServiceError } from '../accounts/service-error.ts';
import type { Database } from '../db/database.ts';
import type { Demo } from '../demo/demo.ts';
import { mountDemoToken } from '../demo/mount-token.ts';
import type { Identity } from '../identity/authenticate.ts';
import type { SignInConfig } from '../config.ts';
import type { Site } from '../page/site.ts';
import { mountSite } from '../page/mount-site.ts';
import { mountSignIn } from '../page/mount-sign-in.ts';
import { mountProviderSignIn } from '../sign-in/mount-provider-sign-in.ts';
import type { AppEnv } from './app-env.ts';
import { securityHeaders } from './headers.ts';
import { mountHealth } from './health.ts';
import { mount } from './mount.ts';
import { observe } from './observe.ts';
import { openApiDocument } from './openapi/document.ts';
import { failureResponse } from './operations/envelope.ts';
import { isOperationPath, mountOperations } from './operations/mount.ts';
import { operations } from './operations/table.ts';
import { asServiceError, problemResponse } from './problem.ts';
import { mountReports } from './reports.ts';
import { routes } from './routes/all.ts';
import { send } from './send.ts';

/** What the app works with; made once, at start. */
export interface AppDeps {
  db: Database;
  identity: Identity;
  log: Logger;
  /** The built page. */
  site: Site;
  /** Present in demo mode only. */
  demo?: Demo;
  /** How people sign in to the page at the issuer. */
  signIn?: SignInConfig | undefined;
}

/** How people sign in to the page. */
const waysIn = ({ demo, signIn }: AppDeps) => (demo ? 'demo' : signIn ? 'provider' : 'none');

/** Makes the service, apart from the port it listens on. */
export function createApp(deps: AppDeps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(observe(deps.log));
  app.use(securityHeaders(deps.site, deps.signIn?.issuer));
  app.onError((error, c) =>
    (isOperationPath(c.req.path) ? failureResponse : problemResponse)(c, asServiceError(error)),
  );
  mountHealth(app, deps.db);
  const description = JSON.stringify(openApiDocument(routes, operations, waysIn(deps)));
  app.get('/openapi.json', (c) => {
    c.set('route', '/openapi.json');
    return send(c, { status: 200, body: description, etag: null });
  });
  mount(app, routes, deps);
  app.all('/me/*', () => {
    throw new ServiceError('NotFound', 'There is no such resource.');
  });
  mountOperations(app, operations, deps);
  mountReports(app, deps.log);
  if (deps.demo) {
    mountSignIn(app, deps.db, deps.demo);
    mountDemoToken(app, deps.demo);
  }
  if (deps.signIn) mountProviderSignIn(app, deps.db, deps.signIn, deps.log);
  mountSite(app, deps.site, deps.demo !== undefined || deps.signIn !== undefined);
  return app;
}
