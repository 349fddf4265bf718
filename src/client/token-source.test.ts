import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MeError } from './me-error.ts';
import { createRestClient } from './rest.ts';
import { createTokenSource, expiryOf, type TokenRequest } from './token-source.ts';

const now = Date.parse('2026-01-01T00:00:00Z');
beforeEach(() => {
  vi.useFakeTimers({ now });
});
afterEach(() => {
  vi.useRealTimers();
});

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** A JWT that is good for so many seconds. */
const jwt = (seconds: number, sub = 'é') =>
  `e30.${encoded({ sub, exp: now / 1000 + seconds })}.sig`;

/** Gives these tokens in turn and writes down what was asked. */
function giving(...tokens: (string | Error)[]) {
  const asked: TokenRequest[] = [];
  const getToken = async (request: TokenRequest) => {
    asked.push(request);
    const next = tokens[asked.length - 1];
    if (typeof next === 'string') return next;
    throw next ?? new Error('no more');
  };
  return { asked, getToken, source: createTokenSource(getToken) };
}

describe('when a token ends', () => {
  test.each([
    [jwt(60), now + 60_000],
    ['opaque', undefined],
    ['a.b.c', undefined],
    [`e30.${encoded({})}.sig`, undefined],
    [`e30.${encoded({ exp: '9' })}.sig`, undefined],
    [`e30.${Buffer.from('null').toString('base64url')}.sig`, undefined],
  ])('%s: %s', (token, at) => {
    expect(expiryOf(token)).toBe(at);
  });
});

describe('a token', () => {
  test('is asked for once for calls at the same time, and kept', async () => {
    const { asked, source } = giving('one');
    expect(await Promise.all([source.current(), source.current()])).toEqual(['one', 'one']);
    expect(await source.current()).toBe('one');
    expect(asked).toEqual([{ reason: 'initial', minTtl: 30 }]);
  });

  test('is asked for anew shortly before it ends', async () => {
    const { asked, source } = giving(jwt(60), jwt(600));
    expect(await source.current()).toBe(jwt(60));
    vi.advanceTimersByTime(29_000);
    expect(await source.current()).toBe(jwt(60));
    vi.advanceTimersByTime(1000);
    expect(await source.current()).toBe(jwt(600));
    expect(asked.map(({ reason }) => reason)).toEqual(['initial', 'expiring']);
  });

  test('is asked for anew for a call past every cache, however long it would still be good', async () => {
    const { asked, source } = giving('one', 'two');
    const call = source.around((_, __, token) => Promise.resolve(token));
    expect(await call('/me', { fresh: true })).toBe('one');
    expect(await call('/me', {})).toBe('one');
    expect(await call('/me', { fresh: true })).toBe('two');
    expect(await call('/me', {})).toBe('two');
    expect(asked.map(({ reason }) => reason)).toEqual(['initial', 'expiring']);
  });

  test('refused to many calls at once is asked for once more', async () => {
    const { asked, source } = giving('one', 'two');
    await source.current();
    const refusal = { reason: 'unauthorized' } as const;
    const renewed = await Promise.all([source.renew('one', refusal), source.renew('one', refusal)]);
    expect([...renewed, await source.renew('one', refusal)]).toEqual(['two', 'two', 'two']);
    expect(asked.map(({ reason }) => reason)).toEqual(['initial', 'unauthorized']);
  });

  test('for a recent sign-in says how recent, and waits for a person', async () => {
    let give: (token: string) => void = () => undefined;
    const asked: TokenRequest[] = [];
    const source = createTokenSource((request) => {
      asked.push(request);
      return asked.length === 1 ? 'one' : new Promise((resolve) => (give = resolve));
    });
    await source.current();
    const renewed = source.renew('one', { reason: 'step_up', maxAge: 900 });
    await vi.advanceTimersByTimeAsync(299_000);
    give('fresh');
    expect(await renewed).toBe('fresh');
    expect(asked[1]).toEqual({ reason: 'step_up', maxAge: 900, minTtl: 30 });
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['empty', ''],
    ['two lines', 'canary\ncanary'],
    ['a number', 7],
  ])('that is %s is none', async (_, token) => {
    const source = createTokenSource(() => token as string);
    await expect(source.current()).rejects.toMatchObject({ code: 'TokenUnavailable' });
  });

  test('is asked for again after it could not be had', async () => {
    const { source } = giving(new Error('canary'), 'two');
    await expect(source.current()).rejects.toMatchObject({
      code: 'TokenUnavailable',
      message: 'TokenUnavailable',
      cause: undefined,
    });
    expect(await source.current()).toBe('two');
  });

  test('that never comes is none, and leaves no timer', async () => {
    const source = createTokenSource(() => new Promise(() => {}));
    const failed = source.current().catch((error: MeError) => error.code);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await failed).toBe('TokenUnavailable');
    expect(vi.getTimerCount()).toBe(0);
  });
});

/** A backend that takes some tokens; what it refuses has no effect. */
function backend(answer: (token: string, method: string) => Response) {
  const sent: string[] = [];
  const send: typeof fetch = async (_, init) => {
    const token = new Headers(init?.headers).get('Authorization') ?? '';
    const key = new Headers(init?.headers).get('Idempotency-Key');
    sent.push([init?.method, token, key].filter(Boolean).join(' '));
    return answer(token.replace('Bearer ', ''), init?.method ?? 'GET');
  };
  return { sent, send };
}

const ada = { id: '1', name: 'Ada' };
const refused = () => Response.json({ code: 'Unauthorized' }, { status: 401 });

describe('a call that is refused for its token', () => {
  test('is sent once more with another one, under the same key', async () => {
    const { sent, send } = backend((token) => (token === 'two' ? Response.json(ada) : refused()));
    const { getToken } = giving('one', 'two');
    const client = createRestClient({ fetch: send, tokens: createTokenSource(getToken) });
    await client.updateUser({ name: 'Ada' }, { intent: 'k' });
    expect(sent).toEqual(['PATCH Bearer one k', 'PATCH Bearer two k']);
  });

  test('a second time is over: the session has ended', async () => {
    const { sent, send } = backend(refused);
    const { asked, getToken } = giving('one', 'two', 'three');
    const client = createRestClient({ fetch: send, tokens: createTokenSource(getToken) });
    await expect(client.getUser()).rejects.toMatchObject({ signedOut: true });
    expect(sent).toHaveLength(2);
    expect(asked).toHaveLength(2);
  });

  test.each<[string, (string | Error)[]]>([
    ['the same one comes again', ['one', 'one']],
    ['no other one comes', ['one', new Error('none')]],
  ])('is over when %s', async (_, tokens) => {
    const { sent, send } = backend(refused);
    const client = createRestClient({
      fetch: send,
      tokens: createTokenSource(giving(...tokens).getToken),
    });
    await expect(client.getUser()).rejects.toMatchObject({ status: 401 });
    expect(sent).toHaveLength(1);
  });

  test('because the sign-in is too long ago is sent again after a recent one', async () => {
    const { sent, send } = backend((token) =>
      token === 'fresh'
        ? new Response(null, { status: 202 })
        : Response.json({ code: 'StepUpRequired', maxAge: 900 }, { status: 403 }),
    );
    const { asked, getToken } = giving('one', 'fresh');
    await createRestClient({ fetch: send, tokens: createTokenSource(getToken) }).deleteUser({
      intent: 'k',
    });
    expect(sent).toEqual(['DELETE Bearer one k', 'DELETE Bearer fresh k']);
    expect(asked[1]).toEqual({ reason: 'step_up', maxAge: 900, minTtl: 30 });
  });

  test('is not sent again once it is known that somebody else has signed in', async () => {
    const { sent, send } = backend(refused);
    const getToken = giving('one', new MeError({ code: 'AccountChanged', status: 409 })).getToken;
    const client = createRestClient({ fetch: send, tokens: createTokenSource(getToken) });
    await expect(client.getUser()).rejects.toMatchObject({ code: 'AccountChanged' });
    expect(sent).toHaveLength(1);
  });

  test('by cookie is not sent again', async () => {
    const { sent, send } = backend(refused);
    await expect(createRestClient({ fetch: send }).getUser()).rejects.toMatchObject({
      status: 401,
    });
    expect(sent).toHaveLength(1);
  });
});
