import type { Hono } from 'hono';
import type { Database } from '../db/database.ts';
import type { AppEnv } from './app-env.ts';

/** `/healthz`: the process is alive. `/readyz`: it can also serve, for the database answers. */
export function mountHealth(app: Hono<AppEnv>, db: Database): void {
  app.get('/healthz', (c) => {
    c.set('route', '/healthz');
    return c.json({ status: 'ok' });
  });
  app.get('/readyz', async (c) => {
    c.set('route', '/readyz');
    await db.query('select 1');
    return c.json({ status: 'ok' });
  });
}
