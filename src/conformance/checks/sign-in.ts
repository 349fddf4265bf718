import { MeError } from '../../client/me-error.ts';
import { Fault, NotTried, demand, shown } from '../fault.ts';
import type { Check, Kit } from '../check.ts';
import { describe, jsonOf } from '../describe.ts';

const strangers = [
  ['without a token', undefined],
  ['with a token that nobody was given', 'conformance.not.a.token'],
] as const;

const refusal = ([sentence, token]: (typeof strangers)[number]): Check => ({
  capability: 'sign-in',
  rule: `a call ${sentence} is refused with 401 (the REST dialect, RFC 9110 15.5.2)`,
  permission: 'read',
  run: async (kit) => {
    await refused(kit, token);
    const status = kit.last()?.answer?.status;
    // The operation dialect may say so in its envelope, under any status.
    demand(status === 401 || kit.profile === 'mirra', '401', `${status}`);
  },
});

/** @throws Fault unless the user is refused to whoever has that token */
async function refused(kit: Kit, token: string | undefined): Promise<void> {
  const error: unknown = await kit
    .as(token)
    .getUser()
    .then(
      () => undefined,
      (reason: unknown) => reason,
    );
  if (error === undefined) throw new Fault('401', 'the user');
  if (!(error instanceof MeError) || error.code === 'NetworkError' || error.code === 'Timeout') {
    throw error;
  }
  if (error.status !== 401) throw new Fault('401', describe(error, kit.last()));
}

export const signInChecks: readonly Check[] = strangers.map(refusal);

const text = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** The body of a refusal; sign-in that is not refused has none. */
async function refusalBody(kit: Kit): Promise<Readonly<Record<string, unknown>>> {
  await refused(kit, undefined).catch((error: unknown) => {
    throw error instanceof Fault ? new NotTried('nothing was refused') : error;
  });
  const body = jsonOf(kit.last());
  const isObject = typeof body === 'object' && body !== null;
  demand(isObject, 'a JSON object', kit.last()?.answer?.text || 'nothing');
  return body as Readonly<Record<string, unknown>>;
}

/** What every profile promises of its errors. */
export const errorBodyCheck = (profile: Kit['profile']): Check => ({
  capability: 'errors',
  rule:
    profile === 'mirra'
      ? 'an error is {success:false, error:{code, message}} (the operation dialect)'
      : 'an error is JSON with a code and a message (the REST dialect)',
  permission: 'read',
  after: ['sign-in'],
  run: async (kit) => {
    const body = await refusalBody(kit);
    const error = (profile === 'mirra' ? body['error'] : body) as
      Record<string, unknown> | undefined;
    demand(profile !== 'mirra' || body['success'] === false, 'success: false', shown(body));
    demand(text(error?.['code']) && text(error?.['message']), 'a code and a message', shown(body));
  },
});

export const problemCheck: Check = {
  capability: 'errors',
  rule: 'an error is application/problem+json, with no status but its own (RFC 9457)',
  permission: 'read',
  after: ['sign-in'],
  run: async (kit) => {
    const { status = 401, title = 'none' } = await refusalBody(kit);
    const type = kit.last()?.answer?.headers['content-type'];
    demand(
      /^application\/problem\+json\b/i.test(type ?? ''),
      'application/problem+json',
      shown(type),
    );
    demand(status === 401 && text(title), 'status 401, a title of text', shown({ status, title }));
  },
};
