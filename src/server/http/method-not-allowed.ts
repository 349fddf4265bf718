import type { Hono } from 'hono';
import { ServiceError } from '../accounts/service-error.ts';
import type { AppEnv } from './app-env.ts';

/** Answers 405 to whatever methods of `path` are not served; comes after those that are. */
export function refuseOtherMethods(
  app: Hono<AppEnv>,
  path: string,
  served: readonly string[],
): void {
  const allowed = served
    .flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
    .join(', ');
  app.all(path, (c) => {
    c.set('route', path);
    c.header('Allow', allowed);
    throw new ServiceError('MethodNotAllowed', `${path} allows ${allowed}.`);
  });
}
