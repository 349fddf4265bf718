import { problemCodes } from '../../../contract/problem.ts';
import type { ProblemCode } from '../../../contract/problem.ts';
import { isChange } from '../admission.ts';
import type { Route } from '../route.ts';
import { accountId, header, idempotencyKey, jsonSchema, modesOf, security } from './parts.ts';
import type { Json } from './parts.ts';

/** A number in a query travels as text, but is documented as the number it is. */
const parameterSchema = (schema: Json): Json =>
  typeof schema['default'] === 'number'
    ? { type: 'integer', minimum: 1, default: schema['default'] }
    : schema;

const ifNoneMatch = header('If-None-Match', 'Answers 304 when the `ETag` is still this one.');
const ifMatch = header('If-Match', 'Changes nothing unless the `ETag` is still this one.');

function parametersOf(route: Route): Json[] {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
  const query = route.query ? jsonSchema(route.query) : {};
  const required = (query['required'] ?? []) as string[];
  const properties = Object.entries((query['properties'] ?? {}) as Record<string, Json>);
  const changes = isChange(route);
  return [
    ...names.map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string', format: 'uuid' },
    })),
    ...properties.map(([name, schema]) => ({
      name,
      in: 'query',
      required: required.includes(name),
      schema: parameterSchema(schema),
    })),
    accountId,
    ...(route.tagged ? [changes ? ifMatch : ifNoneMatch] : []),
    ...(changes ? [idempotencyKey] : []),
  ];
}

const always: readonly ProblemCode[] = [
  'InvalidRequest',
  'Unauthorized',
  'Forbidden',
  'NotFound',
  'AccountChanged',
  'InternalError',
  'ServiceUnavailable',
];

/** Every refusal the call can meet. */
function problemsOf(route: Route): ProblemCode[] {
  const changes = isChange(route);
  return [
    ...always,
    ...(changes ? (['PayloadTooLarge', 'IdempotencyKeyReused'] as const) : []),
    ...(changes && !route.duringGrace ? (['AccountScheduledForDeletion'] as const) : []),
    ...(changes && route.tagged ? (['PreconditionFailed'] as const) : []),
    ...(route.body ? (['UnsupportedMediaType'] as const) : []),
    ...(route.body || route.query ? (['ValidationFailed'] as const) : []),
    ...(route.problems ?? []),
  ];
}

function problemResponses(route: Route): Json {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of problemsOf(route)) {
    byStatus.set(problemCodes[code], [...(byStatus.get(problemCodes[code]) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.join(', '),
        ...(status === 401 && { headers: { 'WWW-Authenticate': { schema: { type: 'string' } } } }),
        ...(status === 503 && { headers: { 'Retry-After': { schema: { type: 'integer' } } } }),
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    ]),
  );
}

function operation(route: Route): Json {
  const { answer, body } = route;
  const hasTag = route.tagged && answer.schema;
  return {
    operationId: route.operationId,
    summary: route.summary,
    ...modesOf(route),
    security,
    parameters: parametersOf(route),
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: jsonSchema(body) } },
      },
    }),
    responses: {
      [answer.status]: {
        description: answer.description,
        ...(hasTag && { headers: { ETag: { schema: { type: 'string' } } } }),
        ...(answer.schema && {
          content: { 'application/json': { schema: jsonSchema(answer.schema) } },
        }),
      },
      ...(hasTag && !isChange(route) && { 304: { description: 'Not modified.' } }),
      ...problemResponses(route),
    },
  };
}

/** The REST dialect, from its table of routes. */
export function restPaths(routes: readonly Route[]): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return paths;
}
