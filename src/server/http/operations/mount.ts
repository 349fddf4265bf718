import type { Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { ServiceError } from '../../accounts/service-error.ts';
import { identify, perform, permit, permitBody } from '../admission.ts';
import type { CallDeps } from '../admission.ts';
import { clearSiteData } from '../clear-site-data.ts';
import type { AppEnv } from '../app-env.ts';
import { demandJson, parseJson, readBody } from '../body.ts';
import { refuseOtherMethods } from '../method-not-allowed.ts';
import { send } from '../send.ts';
import { validated } from '../validate.ts';
import { success } from './envelope.ts';
import type { Operation } from './operation.ts';

/** Where all that speaks this dialect lies; errors there come in its envelope. */
export const isOperationPath = (path: string): boolean => /^\/api\/sdk(?:\/|$)/.test(path);

/** Names resource and operation in the body. */
export const callPath = '/api/sdk/v2/resources/call';

/** The older address, which names the operation itself; its body is the arguments. */
export const operationPath = ({ name }: Operation): string => `/api/sdk/v1/user/${name}`;

/** The one resource there is. */
export const resourceId = 'user';

/** The body of a call. */
export const callBody = z.strictObject({
  resourceId: z.string('type_invalid'),
  method: z.string('type_invalid'),
  params: z.optional(z.unknown()),
});

/** What a body asks for. */
interface Asked {
  operation: Operation;
  params: unknown;
}

/** Makes both addresses of the operations, and answers in the envelope whatever else is asked. */
export function mountOperations(
  app: Hono<AppEnv>,
  operations: readonly Operation[],
  deps: CallDeps,
): void {
  app.post(callPath, (c) => {
    c.set('route', callPath);
    return answer(c, deps, (bytes) => askedByBody(operations, c, bytes));
  });
  for (const operation of operations) {
    const path = operationPath(operation);
    app.post(path, (c) => {
      c.set('route', path);
      return answer(c, deps, (bytes) => {
        // Without arguments there need be no body.
        if (bytes.byteLength === 0) return { operation, params: {} };
        demandJson(c);
        return { operation, params: parseJson(bytes) };
      });
    });
  }
  for (const path of [callPath, ...operations.map(operationPath)]) {
    refuseOtherMethods(app, path, ['POST']);
  }
  app.all('/api/sdk/*', (c) => {
    c.set('route', '/api/sdk/*');
    throw new ServiceError('NotFound', 'There is no such operation.');
  });
}

/** @throws ServiceError `NotFound`; `ValidationFailed` and others for a body of another shape */
function askedByBody(
  operations: readonly Operation[],
  c: Context<AppEnv>,
  bytes: Uint8Array,
): Asked {
  demandJson(c);
  const body = validated(callBody, parseJson(bytes));
  const operation = operations.find(({ name }) => name === body.method);
  if (body.resourceId !== resourceId || !operation) {
    throw new ServiceError('NotFound', 'There is no such operation.');
  }
  return { operation, params: body.params ?? {} };
}

async function answer(
  c: Context<AppEnv>,
  deps: CallDeps,
  read: (bytes: Uint8Array) => Asked,
): Promise<Response> {
  const signedIn = await identify(c, deps);
  const bytes = await readBody(c);
  const asked = read(bytes);
  const { operation } = asked;
  permit(signedIn, operation);
  permitBody(signedIn, operation, asked.params);
  const params = validated(operation.params, asked.params);
  return send(
    c,
    await perform(c, deps.db, signedIn, operation, bytes, async (db) => {
      const data = await operation.handle({ db, signedIn, params });
      return {
        status: 200,
        body: JSON.stringify(success(data, signedIn)),
        etag: null,
        ...(operation.action === 'delete' && { headers: clearSiteData }),
      };
    }),
  );
}
