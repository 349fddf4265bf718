import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import type { AppEnv } from '../http/app-env.ts';
import { formatTag, isNotModified } from '../http/entity-tag.ts';
import { signInCss } from './sign-in-css.ts';

/** The style of the pages on which people sign in. */
export function mountSignInCss(app: Hono<AppEnv>): void {
  const tag = createHash('sha256').update(signInCss).digest('base64url').slice(0, 22);
  app.get('/sign-in.css', (c) => {
    c.set('route', '/sign-in.css');
    c.header('Cache-Control', 'no-cache');
    c.header('ETag', formatTag(tag));
    if (isNotModified(c.req.header('If-None-Match'), tag)) return c.body(null, 304);
    return c.body(signInCss, 200, { 'Content-Type': 'text/css; charset=utf-8' });
  });
}
