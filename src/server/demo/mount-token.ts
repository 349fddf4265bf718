import type { Context, Hono } from 'hono';
import * as z from 'zod/mini';
import * as rules from '../../contract/rules.ts';
import { ServiceError } from '../accounts/service-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { isJson, parseJson, readBody } from '../http/body.ts';
import { refuseOtherMethods } from '../http/method-not-allowed.ts';
import { validated } from '../http/validate.ts';
import { deviceOf } from '../identity/authenticate.ts';
import { demoActor } from './demo.ts';
import type { Demo } from './demo.ts';

/** What is wanted: a credential of a person, maybe for somebody who acts for them. */
export const personalRequest = z.strictObject({
  username: z.string('type_invalid'),
  kind: z._default(z.enum(['token', 'api-key'], 'type_invalid'), 'token'),
  /** The name of whoever acts. */
  actor: z.optional(rules.name),
});

/** Or the token of a program. */
export const serviceRequest = z.strictObject({ kind: z.literal('service') });

/** As JSON, or as nothing but a username. */
function readRequest(c: Context<AppEnv>, bytes: Uint8Array) {
  if (!isJson(c)) {
    const username = new TextDecoder().decode(bytes).trim();
    return validated(personalRequest, { username });
  }
  const json = parseJson(bytes);
  const service = serviceRequest.safeParse(json);
  return service.success ? service.data : validated(personalRequest, json);
}

/** The demo's way in for programs that can read the data directory. */
export function mountDemoToken(app: Hono<AppEnv>, demo: Demo): void {
  app.post('/demo/token', async (c) => {
    c.set('route', '/demo/token');
    if (!demo.isSecret(c.req.header('Authorization')?.replace(/^Bearer /, '') ?? '')) {
      throw new ServiceError('Unauthorized', 'The secret is not the one of this start.');
    }
    const wanted = readRequest(c, await readBody(c));
    if (wanted.kind === 'service') return c.json({ token: await demo.serviceToken() });
    const { username, kind } = wanted;
    const actor = wanted.actor === undefined ? undefined : demoActor(wanted.actor);
    const token = await (kind === 'api-key'
      ? demo.issueApiKey(username, actor)
      : demo.signInByToken(username, deviceOf(c), actor));
    if (token !== undefined) return c.json({ token });
    const people = await demo.people();
    return c.json({ known: people.map((person) => person.username) }, 404);
  });
  refuseOtherMethods(app, '/demo/token', ['POST']);
}
