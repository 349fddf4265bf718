import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { AppEnv } from './app-env.ts';

/**
 * Gives every request an id and logs one line about it: what was asked by pattern, never by path,
 * and nothing that the caller wrote.
 */
export function observe(log: Logger): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const started = performance.now();
    const requestId = randomUUID();
    c.set('requestId', requestId);
    c.set('route', 'unknown');
    c.header('X-Request-Id', requestId);
    await next();
    const { status } = c.res;
    const line = {
      requestId,
      // A method is free text too; what no route answers is not repeated.
      method: /^(?:GET|HEAD|POST|PATCH|PUT|DELETE|OPTIONS)$/.test(c.req.method)
        ? c.req.method
        : 'other',
      route: c.var.route,
      status,
      ms: Math.round((performance.now() - started) * 10) / 10,
    };
    if (status >= 500) log.error({ ...line, ...causeOf(c.error) }, 'request');
    else log.info(line, 'request');
  };
}

/** Where it failed. Messages may quote values, so only the kind and the place are logged. */
function causeOf(error: Error | undefined): object {
  if (!error) return {};
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, code, stack: places.slice(0, 8).map((line) => line.trim()) };
}
