import type { ProblemCode } from '../../../contract/problem.ts';
import { executionModes } from '../../../contract/execution-mode.ts';
import { isChange } from '../admission.ts';
import { operationCode, operationStatus } from '../operations/envelope.ts';
import { callPath, operationPath, resourceId } from '../operations/mount.ts';
import type { Operation } from '../operations/operation.ts';
import { accountId, idempotencyKey, jsonSchema, modesOf, security } from './parts.ts';
import type { Json } from './parts.ts';

const text = { type: 'string' };

const actor = { type: 'object', required: ['id'], properties: { id: text, name: text } };

/** An error of the dialect. */
export const failure: Json = {
  type: 'object',
  required: ['success', 'error'],
  properties: {
    success: { const: false },
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: text,
        message: text,
        details: {
          description:
            'With rules that are broken: which, one by one. With STEP_UP_REQUIRED: how recent the sign-in must be, in seconds.',
          anyOf: [
            {
              type: 'array',
              items: {
                type: 'object',
                required: ['path', 'code', 'message'],
                properties: { path: { type: 'array', items: text }, code: text, message: text },
              },
            },
            {
              type: 'object',
              required: ['maxAge'],
              properties: { maxAge: { type: 'integer' } },
            },
          ],
        },
      },
    },
  },
};

const successOf = (data: Json): Json => ({
  type: 'object',
  required: ['success', 'data', 'metadata'],
  properties: {
    success: { const: true },
    data,
    metadata: {
      type: 'object',
      required: ['executionMode'],
      properties: { executionMode: { enum: executionModes }, actor },
    },
  },
});

/** Every refusal an operation can meet. */
const problemsOf = (operation: Operation): ProblemCode[] => [
  'InvalidRequest',
  'Unauthorized',
  'Forbidden',
  'NotFound',
  'AccountChanged',
  'PayloadTooLarge',
  'UnsupportedMediaType',
  'InternalError',
  'ServiceUnavailable',
  ...(isChange(operation)
    ? (['AccountScheduledForDeletion', 'IdempotencyKeyReused'] as const)
    : []),
  ...(operation.problems ?? []),
];

function failures(codes: readonly ProblemCode[]): Json {
  const byStatus = new Map<number, Set<string>>();
  for (const code of codes) {
    const status = operationStatus(code);
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(operationCode(code)));
  }
  return Object.fromEntries(
    [...byStatus].map(([status, names]) => [
      status,
      {
        description: [...names].join(', '),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
      },
    ]),
  );
}

/** One address: what it does, its body and data, for these operations. */
const post = (
  rest: Json,
  body: { schema: Json; required: boolean },
  data: Json,
  operations: readonly Operation[],
): Json => ({
  post: {
    ...rest,
    security,
    parameters: [accountId, ...(operations.some(isChange) ? [idempotencyKey] : [])],
    requestBody: {
      required: body.required,
      content: { 'application/json': { schema: body.schema } },
    },
    responses: {
      200: {
        description: 'Done.',
        content: { 'application/json': { schema: successOf(data) } },
      },
      ...failures(operations.flatMap(problemsOf)),
    },
  },
});

const callOf = (operation: Operation): Json => ({
  type: 'object',
  required: ['resourceId', 'method'],
  additionalProperties: false,
  properties: {
    resourceId: { const: resourceId },
    method: { const: operation.name },
    params: jsonSchema(operation.params),
  },
});

/** The operation dialect, from its table. */
export const operationPaths = (operations: readonly Operation[]): Json => ({
  [callPath]: post(
    { operationId: 'callOperation', summary: 'Any of the operations on the user' },
    { schema: { oneOf: operations.map(callOf) }, required: true },
    { anyOf: operations.map(({ data }) => jsonSchema(data)) },
    operations,
  ),
  ...Object.fromEntries(
    operations.map((operation) => [
      operationPath(operation),
      post(
        {
          operationId: `${operation.name}Operation`,
          summary: operation.summary,
          ...modesOf(operation),
        },
        { schema: jsonSchema(operation.params), required: false },
        jsonSchema(operation.data),
        [operation],
      ),
    ]),
  ),
});
