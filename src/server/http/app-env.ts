import type { HttpBindings } from '@hono/node-server';
import type { SignedInRow } from '../db/rows.ts';

/** What a request carries through the app. */
export interface AppEnv {
  /** Absent when the app is called without a socket. */
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    /** The pattern of the route, for the log: never the path itself. */
    route: string;
    signedIn: SignedInRow;
  };
}
