import type { Route } from '../route.ts';
import { meRoutes } from './me.ts';
import { preferencesRoutes } from './preferences.ts';
import { sessionRoutes } from './sessions.ts';
import { usageRoutes } from './usage.ts';

/** Every call of the REST dialect. */
export const routes: readonly Route[] = [
  ...meRoutes,
  ...preferencesRoutes,
  ...usageRoutes,
  ...sessionRoutes,
];
