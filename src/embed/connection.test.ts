import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  connectPort,
  isWellFormed,
  method,
  nothing,
  type Connection,
  type Method,
} from './connection.ts';
import { fits } from './fits.ts';
import { parsing, pageName, token } from './frame/messages.ts';

const text = parsing(token);
const open: (Connection | MessagePort)[] = [];
afterEach(() => {
  for (const one of open.splice(0)) {
    if ('destroy' in one) one.destroy();
    else one.close();
  }
});

/** Two sides of a channel. */
async function connected(here: Record<string, Method>, there: Record<string, Method> = {}) {
  const { port1, port2 } = new MessageChannel();
  const sides = [connectPort(port1, here), connectPort(port2, there)] as const;
  open.push(...sides);
  await Promise.all(sides.map(({ ready }) => ready));
  return sides;
}

describe('a call', () => {
  test('is answered with what the method gave', async () => {
    const [, other] = await connected({ greet: method(text, (name) => `Hello-${name}`) });
    expect(await other.call('greet', 'Ada', text)).toEqual({ ok: true, value: 'Hello-Ada' });
  });

  test('with a wrong argument is not carried out, and says which', async () => {
    const run = vi.fn<(page: string) => null>(() => null);
    const [, other] = await connected({ go: method(parsing(pageName), run) });
    expect(await other.call('go', 'nowhere', text)).toEqual({
      ok: false,
      error: { code: 'refused' },
    });
    expect(run).not.toHaveBeenCalled();
  });

  test('of a method that throws tells nothing of why', async () => {
    const [, other] = await connected({
      fail: method(nothing, () => {
        throw new Error('canary');
      }),
    });
    const answer = await other.call('fail', undefined, text);
    expect(answer).toEqual({ ok: false, error: { code: 'refused' } });
    expect(JSON.stringify(answer)).not.toContain('canary');
  });

  test.each(['constructor', '__proto__', 'toString', 'then', 'nothing'])(
    'of %s, which is no method, is never answered with anything',
    async (name) => {
      const [, other] = await connected({ greet: method(text, () => 'x') });
      expect(await other.call(name, 'x', text, 50)).toEqual({
        ok: false,
        error: { code: 'unavailable' },
      });
    },
  );

  test('whose answer is of another kind is no answer', async () => {
    const [, other] = await connected({ greet: async () => ({ ok: true, value: ['x'] }) });
    expect(await other.call('greet', undefined, text)).toMatchObject({ ok: false });
  });

  test('after the end is unavailable', async () => {
    const [here, other] = await connected({ greet: method(text, () => 'x') });
    here.destroy();
    expect(await other.call('greet', 'x', text, 50)).toMatchObject({ ok: false });
  });
});

const penpal = (type: fc.Arbitrary<unknown>) =>
  fc.record(
    {
      namespace: fc.oneof(fc.constant('penpal'), fc.anything()),
      channel: fc.oneof(fc.constant(undefined), fc.string()),
      type,
      id: fc.oneof(fc.uuid(), fc.anything()),
      methodPath: fc.oneof(
        fc.constantFrom(['getToken'], ['getToken', 'call'], ['constructor'], ['__proto__'], []),
        fc.anything(),
      ),
      args: fc.oneof(fc.constant([]), fc.array(fc.anything()), fc.anything()),
      callId: fc.oneof(fc.uuid(), fc.anything()),
      participantId: fc.oneof(fc.uuid(), fc.anything()),
      value: fc.anything(),
      isError: fc.anything(),
    },
    { requiredKeys: [] },
  );
const kinds = fc.constantFrom('CALL', 'REPLY', 'SYN', 'ACK1', 'ACK2', 'GO', '');
/** Everything that one could think of putting into a port, right calls among it. */
const anyMessage = fc.oneof(
  penpal(kinds),
  penpal(fc.anything()),
  fc.anything(),
  // What penpal understood before it had ports.
  fc.record({ penpal: fc.constantFrom('syn', 'call', 'ack'), methodName: fc.constant('getToken') }),
  fc.integer({ min: 1, max: 40 }).map((times) => ({
    namespace: 'penpal',
    type: 'CALL',
    id: 'x',
    methodPath: ['getToken'],
    args: ['x'.repeat(times * 1000)],
  })),
);

/** As it arrives: what cannot be cloned is never sent. */
function cloned(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return undefined;
  }
}

test('of 10,000 wrong, replayed, malformed and oversized messages none is carried out, and none does harm', async () => {
  const wanted = { reason: 'initial' };
  const isWanted = (given: unknown) =>
    JSON.stringify(given) === JSON.stringify(wanted) ? { value: given } : { wrong: 'reason' };
  const given = vi.fn<() => string>(() => 'canary-token');
  const { port1, port2 } = new MessageChannel();
  const connection = connectPort(port1, { getToken: method(isWanted, given) });
  const friend = connectPort(port2, {});
  open.push(connection, friend);
  await friend.ready;
  const answers: unknown[] = [];
  port2.addEventListener('message', ({ data }) => answers.push(data));
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyMessage, { minLength: 100, maxLength: 100 }), async (messages) => {
      for (const message of messages) {
        port2.postMessage(cloned(message));
        sent += 1;
      }
    }),
    { numRuns: 100 },
  );
  // What was sent before it has been dealt with once this is answered.
  expect(await friend.call('getToken', wanted, text)).toEqual({ ok: true, value: 'canary-token' });
  expect(sent).toBeGreaterThanOrEqual(10_000);
  expect(given).toHaveBeenCalledOnce();
  expect(JSON.stringify(answers).split('canary-token')).toHaveLength(2);
  expect(JSON.stringify(answers)).not.toMatch(/stack|Error/);
}, 30_000);

test('a message is judged without ever throwing', () => {
  fc.assert(
    fc.property(anyMessage, (message) => {
      if (typeof message !== 'object' || message === null) return;
      expect(typeof isWellFormed(message as never, { getToken: 1 })).toBe('boolean');
    }),
    { numRuns: 10_000 },
  );
});

describe('what fits', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['plain data', { a: [1, 'x', null, true, undefined, { b: 2 }] }],
    ['a long token', 'x'.repeat(8192)],
  ])('%s does', (_, value) => expect(fits(value)).toBe(true));

  const circle: Record<string, unknown> = {};
  circle['circle'] = circle;
  test.each<[string, unknown]>([
    ['a circle', circle],
    ['too many characters', 'x'.repeat(16_385)],
    ['too many values', Array.from({ length: 257 }, () => 1)],
    ['too many keys', Object.fromEntries(Array.from({ length: 300 }, (_, key) => [key, 1]))],
    ['a long list with holes', Array(1_000_000)],
    ['long keys', { ['x'.repeat(20_000)]: 1 }],
    ['too deep', [[[[[[[1]]]]]]]],
    ['a date', new Date(0)],
    ['a map', new Map([[1, 2]])],
    ['bytes', new Uint8Array(2)],
    ['no number', Number.NaN],
    ['a big integer', 1n],
    ['a function', () => 1],
  ])('%s does not', (_, value) => expect(fits(value)).toBe(false));
});
