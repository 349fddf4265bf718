import { problem } from '../../../contract/problem.ts';
import type { Operation } from '../operations/operation.ts';
import type { Route } from '../route.ts';
import { failure, operationPaths } from './operations.ts';
import { otherPaths, type WaysIn } from './other.ts';
import { jsonSchema, securitySchemes } from './parts.ts';
import type { Json } from './parts.ts';
import { restPaths } from './rest.ts';

/** The service's description of itself (OpenAPI 3.1), made from what it runs. */
export function openApiDocument(
  routes: readonly Route[],
  operations: readonly Operation[],
  waysIn: WaysIn,
): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Account Settings',
      version: '1',
      description:
        'The account of whoever is signed in. `x-execution-modes` says who may make a call: the person (standard), somebody who acts for the person (delegated), a program that names the person (service).',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: { ...restPaths(routes), ...operationPaths(operations), ...otherPaths(waysIn) },
    components: {
      schemas: { Problem: jsonSchema(problem), Failure: failure },
      securitySchemes,
    },
  };
}
