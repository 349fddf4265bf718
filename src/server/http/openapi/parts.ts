import * as z from 'zod/mini';
import { executionModes, isAllowed } from '../../../contract/execution-mode.ts';
import type { Action } from '../../../contract/execution-mode.ts';
import { accountIdHeader } from '../../identity/account-id.ts';
import { apiKeyHeader } from '../../identity/api-keys.ts';
import { actingScope } from '../../identity/service.ts';
import type { Guarded } from '../admission.ts';

/** What both dialects have in common in the document. */

export type Json = Record<string, unknown>;

/**
 * The JSON Schema of what travels. Answers too are described by what a reader takes **in**: the
 * contract's schemas then turn that into what the page works with.
 */
export function jsonSchema(schema: z.ZodMiniType): Json {
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

export const header = (
  name: string,
  description: string,
  schema: Json = { type: 'string' },
): Json => ({ name, in: 'header', required: false, description, schema });

export const accountId = header(
  accountIdHeader,
  'Answers 409 when another account than this one is signed in. A service, which is signed in nowhere, must send it: it names the person, by the account’s id or the issuer’s subject.',
);

export const idempotencyKey = header(
  'Idempotency-Key',
  'Repeats of the same request get the same answer for a day.',
  { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
);

const modesFor = (action: Action) => executionModes.filter((mode) => isAllowed(mode, action));

/** Who may make a call, from the one table. */
export function modesOf({ action, propertyActions = {} }: Guarded): Json {
  const sentences = Object.entries(propertyActions).map(
    ([property, needed]) => `\`${property}\` only in mode ${modesFor(needed).join(', ')}.`,
  );
  return {
    ...(sentences.length > 0 && { description: sentences.join(' ') }),
    'x-execution-modes': modesFor(action),
  };
}

/** Any one of these signs a call. */
export const security: readonly Json[] = [{ bearer: [] }, { apiKey: [] }, { cookie: [] }];

export const securitySchemes: Json = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: `The person’s token; with an \`act\` claim (RFC 8693) the token of somebody who acts for the person; a client’s own (RFC 9068, § 2.2, or as its issuer marks it) with the scope ${actingScope} a service’s, and without it nobody’s.`,
  },
  apiKey: {
    type: 'apiKey',
    in: 'header',
    name: apiKeyHeader,
    description: 'A key that stands for one person; the demo issues them.',
  },
  cookie: { type: 'apiKey', in: 'cookie', name: 'account_session' },
};
