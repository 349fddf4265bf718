import * as z from 'zod/mini';
import { problem, problemCodes } from '../../contract/problem.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import { accountIdHeader } from './account-id.ts';
import { otherPaths } from './openapi-other.ts';
import type { Route } from './route.ts';

type Json = Record<string, unknown>;

/**
 * The JSON Schema of what travels. Answers too are described by what a reader takes **in**: the
 * contract's schemas then turn that into what the page works with.
 */
function jsonSchema(schema: z.ZodMiniType): Json {
  const described: Json = {
    ...z.toJSONSchema(schema, {
      target: 'draft-2020-12',
      io: 'input',
      unrepresentable: 'any',
    }),
  };
  // The document names the dialect once for all: it is the default of OpenAPI 3.1.
  delete described['$schema'];
  return described;
}

/** A number in a query travels as text, but is documented as the number it is. */
const parameterSchema = (schema: Json): Json =>
  typeof schema['default'] === 'number'
    ? { type: 'integer', minimum: 1, default: schema['default'] }
    : schema;

const header = (name: string, description: string, schema: Json = { type: 'string' }): Json => ({
  name,
  in: 'header',
  required: false,
  description,
  schema,
});

function parametersOf(route: Route): Json[] {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
  const query = route.query ? jsonSchema(route.query) : {};
  const required = (query['required'] ?? []) as string[];
  const properties = Object.entries((query['properties'] ?? {}) as Record<string, Json>);
  const isRead = route.method === 'GET';
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
    header(accountIdHeader, 'Answers 409 when another account than this one is signed in.', {
      type: 'string',
      format: 'uuid',
    }),
    ...(route.tagged
      ? [
          isRead
            ? header('If-None-Match', 'Answers 304 when the `ETag` is still this one.')
            : header('If-Match', 'Changes nothing unless the `ETag` is still this one.'),
        ]
      : []),
    ...(isRead
      ? []
      : [
          header('Idempotency-Key', 'Repeats of the same request get the same answer for a day.', {
            type: 'string',
            minLength: 1,
            maxLength: 255,
            pattern: '^[!-~]+$',
          }),
        ]),
  ];
}

const always: readonly ProblemCode[] = [
  'Unauthorized',
  'AccountChanged',
  'InternalError',
  'ServiceUnavailable',
];

/** Every refusal the call can meet. */
function problemsOf(route: Route): ProblemCode[] {
  const isChange = route.method !== 'GET';
  return [
    ...always,
    ...(isChange
      ? (['InvalidRequest', 'Forbidden', 'PayloadTooLarge', 'IdempotencyKeyReused'] as const)
      : []),
    ...(isChange && !route.duringGrace ? (['AccountScheduledForDeletion'] as const) : []),
    ...(isChange && route.tagged ? (['PreconditionFailed'] as const) : []),
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
    security: [{ bearer: [] }, { cookie: [] }],
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
      ...(hasTag && route.method === 'GET' && { 304: { description: 'Not modified.' } }),
      ...problemResponses(route),
    },
  };
}

/** The service's description of itself (OpenAPI 3.1), made from what it runs. */
export function openApiDocument(routes: readonly Route[], isDemo: boolean): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Account Settings',
      version: '1',
      description: 'The account of whoever is signed in.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: { ...paths, ...otherPaths(isDemo) },
    components: {
      schemas: { Problem: jsonSchema(problem) },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'account_session' },
      },
    },
  };
}
