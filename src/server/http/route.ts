import type * as z from 'zod/mini';
import type { ProblemCode } from '../../contract/problem.ts';
import type { Precondition } from '../accounts/version.ts';
import type { Queryable } from '../db/database.ts';
import type { SignedInRow } from '../db/rows.ts';
import type { Guarded } from './admission.ts';

/** A request as an operation sees it: known person, checked values, no HTTP. */
export interface Call<Query, Body> {
  /** In a change: the transaction that also stores the answer. */
  db: Queryable;
  signedIn: SignedInRow;
  params: Readonly<Record<string, string>>;
  query: Query;
  body: Body;
  precondition: Precondition;
}

/** What an operation answers. */
export interface Answer {
  status: 200 | 202 | 204;
  body?: unknown;
  /** Identifies this state of what is answered; becomes the `ETag`. */
  version?: string;
  /** Tells this form of the answer from what other callers get of the same version. */
  variant?: string;
  headers?: Record<string, string>;
}

/** One call of the REST dialect: what it does, and what its documentation says. */
export interface Route extends Guarded {
  method: 'GET' | 'PATCH' | 'POST' | 'DELETE';
  /** Hono's pattern. */
  path: string;
  operationId: string;
  summary: string;
  query?: z.ZodMiniType;
  body?: z.ZodMiniType;
  answer: { status: Answer['status']; description: string; schema?: z.ZodMiniType };
  /** Answers carry an `ETag`; changes honour `If-Match`. */
  tagged?: true;
  /** Codes beyond those every call may answer. */
  problems?: readonly ProblemCode[];
  handle(call: Call<unknown, unknown>): Promise<Answer>;
}

type Parsed<T> = T extends z.ZodMiniType ? z.output<T> : undefined;

/** Types a route's handler by its own schemas. */
export function route<
  Query extends z.ZodMiniType | undefined = undefined,
  Body extends z.ZodMiniType | undefined = undefined,
>(
  definition: Omit<Route, 'query' | 'body' | 'handle'> & {
    query?: Query;
    body?: Body;
    handle(call: Call<Parsed<Query>, Parsed<Body>>): Promise<Answer>;
  },
): Route {
  return definition as Route;
}
