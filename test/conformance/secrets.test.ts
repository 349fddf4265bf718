import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Options } from '../../src/conformance/options.ts';
import { redactor } from '../../src/conformance/redact.ts';
import { createRecorder } from '../../src/conformance/recorder.ts';
import { run } from '../../src/conformance/run.ts';
import { permitFor } from '../../src/conformance/safety.ts';

const options: Options = {
  url: 'http://backend.example',
  token: '',
  secondToken: undefined,
  profile: 'mirra',
  write: false,
  throwaway: false,
  json: false,
};

/** What became of one operation, signed with that key. */
async function operation(method: string, token: string, more: Partial<Options> = {}) {
  const sent: string[] = [];
  const recorder = createRecorder({
    fetch: async (_, init) => {
      sent.push(typeof init?.body === 'string' ? init.body : '');
      return Response.json({});
    },
    permit: permitFor({ ...options, ...more }),
    redact: redactor([token]),
  });
  const failure: unknown = await recorder
    .fetch(`${options.url}/call`, { method: 'POST', body: JSON.stringify({ method }) })
    .then(
      () => undefined,
      (reason: unknown) => reason,
    );
  return { sent, failure, kept: recorder.since(0).map(({ request }) => request.body) };
}

describe('what a request may do', () => {
  it('does not depend on what the token hides', async () => {
    expect(await operation('getProfile', 'get')).toMatchObject({ failure: undefined });
    expect((await operation('getProfile', 'getProfile')).failure).toBeUndefined();
    expect((await operation('getProfile', 'getProfile')).kept).toEqual(['{"method":"***"}']);
  });

  it.each(['Account', 'deactivate', 'deactivateAccount', 'method'])(
    'is to end the account, whatever the key: %s',
    async (token) => {
      const { sent, failure } = await operation('deactivateAccount', token, { write: true });
      expect(sent).toEqual([]);
      expect(failure).toMatchObject({ message: 'POST /call was not permitted' });
    },
  );
});

it('does not judge an answer by what was taken out of it', async () => {
  const user = { id: '7', name: 'Ada', activeSessions: 1, emails: [] };
  const result = await run(
    { ...options, profile: 'bird', token: '1' },
    {},
    { fetch: async () => Response.json(user) },
  );
  const about = (name: string) => result.outcomes.find(({ check }) => check.capability === name);
  expect(about('sessions.count')).toMatchObject({ state: 'works' });
});

describe('what is told', () => {
  it.each([
    ['get', 'getProfile, forget, get_it', 'getProfile, forget, get_it'],
    ['get', 'Bearer get', 'Bearer ***'],
    ['get', '"token":"get", ?token=get&a=b (get).', '"token":"***", ?token=***&a=b (***).'],
    ['7', 'id 7 of 17, v7', 'id *** of 17, v7'],
    ['$a', 'x$a $ab $a', 'x*** $ab ***'],
    ['a"b', String.raw`{"was":"a\"b"}`, '{"was":"***"}'],
    ['a/b', 'GET /?t=a%2Fb', 'GET /?t=***'],
    ['very-secret', 'xvery-secrety', 'x***y'],
  ])('has the token %s nowhere, and the rest as it was: %s', (token, text, told) => {
    expect(redactor([token])(text)).toBe(told);
  });

  it('never has a token whole, whatever stands around it', () => {
    const token = fc.stringMatching(/^[\w+$-]{1,12}$/);
    const around = fc.constantFrom(' ', '"', '/', '=', '.', ',', '\n', ':', '(', '\u00a0');
    fc.assert(
      fc.property(token, token, around, around, (token, other, before, after) => {
        const told = redactor([token, other])(`${before}${token}${after}${other}`);
        expect(told).toBe(`${before}***${after}***`);
      }),
    );
  });
});
