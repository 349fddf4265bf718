import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connectPort, method } from '../connection.ts';
import { tokenWanted } from '../host/guards.ts';
import { namespace, protocolVersion, type FrameState } from '../protocol.ts';
import { connectHost, type FramePage, type Host } from './host-link.ts';

const origins = ['https://app.acme.example', 'https://beta.acme.example'];
const state: FrameState = { page: 'usage', tabs: true, theme: { mode: 'dark' }, locale: 'ar' };
const welcome = { namespace, type: 'welcome', version: protocolVersion, state };
const wanted = { reason: 'initial', minTtl: 30 } as const;

let ports: MessagePort[];
let posted: [unknown, unknown][];
let parent: Window;
beforeEach(() => {
  ports = [];
  posted = [];
  parent = { postMessage: (...said: [unknown, unknown]) => posted.push(said) } as unknown as Window;
});
afterEach(() => {
  for (const port of ports) port.close();
  vi.useRealTimers();
});

function channel() {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  return [port1, port2] as const;
}

/** A message as the browser would deliver it to the frame. */
function deliver(given: {
  data: unknown;
  origin: unknown;
  source: unknown;
  ports?: readonly unknown[];
}): void {
  const event = new Event('message');
  window.dispatchEvent(Object.assign(event, { ports: [], ...given }));
}

const page = (): FramePage => ({
  update: vi.fn<FramePage['update']>(),
  navigate: vi.fn<FramePage['navigate']>(() => true),
  mayUnload: vi.fn<FramePage['mayUnload']>(() => false),
});

/** The host's side, which gives a token. */
function hostOn(port: MessagePort) {
  const getToken = vi.fn<() => string>(() => 'token');
  const connection = connectPort(port, { getToken: method(tokenWanted, getToken) });
  // Some of them nobody ever answers, which is as it should be.
  connection.ready.catch(() => undefined);
  return { getToken, ...connection };
}

async function connected(frame = page()): Promise<[Host, ReturnType<typeof hostOn>]> {
  const connecting = connectHost(parent, origins, frame);
  const [own, theirs] = channel();
  const host = hostOn(own);
  deliver({ data: welcome, origin: origins[1], source: parent, ports: [theirs] });
  return [await connecting, host];
}

test('the page says hello to whoever is around, which tells nothing', async () => {
  await connected();
  expect(posted).toEqual([[{ namespace, type: 'hello', version: protocolVersion }, '*']]);
});

test('a host of the client is taken at its word, and gives the token', async () => {
  const [host, { getToken }] = await connected();
  expect(host.state).toEqual(state);
  expect(await host.getToken(wanted)).toBe('token');
  expect(getToken).toHaveBeenCalledOnce();
});

test('of 10,000 wrong words none is taken, and nobody is asked for a token', async () => {
  const settled = vi.fn<() => void>();
  const connecting = connectHost(parent, origins, page()).finally(settled);
  const [, stolen] = channel();
  const right = { data: welcome, origin: origins[0], source: parent, ports: [stolen] };
  const foreign = fc.constantFrom(
    'https://evil.example',
    'https://app.acme.example.evil.example',
    'http://app.acme.example',
    'https://app.acme.example:444',
    'null',
    '',
    undefined,
  );
  const wrongData = fc.oneof(
    fc.anything(),
    fc.constantFrom(
      { ...welcome, namespace: 'penpal' },
      { ...welcome, type: 'hello' },
      { ...welcome, version: 'one' },
      { ...welcome, version: undefined },
      { ...welcome, state: { ...state, page: 'billing' } },
      { ...welcome, state: { ...state, tabs: 'yes' } },
      { ...welcome, state: { ...state, theme: { radius: 1e9 } } },
      { ...welcome, state: { ...state, locale: 'x'.repeat(20_000) } },
      { namespace: 'penpal', type: 'SYN', participantId: 'x' },
      { penpal: 'syn' },
    ),
  );
  const wrong = fc.oneof(
    foreign.map((origin) => ({ ...right, origin })),
    wrongData.map((data) => ({ ...right, data })),
    fc.constantFrom<unknown>(window, null, {}).map((source) => ({ ...right, source })),
    fc.constantFrom<unknown[]>([], [stolen, stolen]).map((given) => ({ ...right, ports: given })),
  );
  fc.assert(
    fc.property(wrong, (message) => {
      deliver(message);
    }),
    { numRuns: 10_000 },
  );
  await Promise.resolve();
  expect(settled).not.toHaveBeenCalled();
  expect(posted).toHaveLength(1);

  const [own, theirs] = channel();
  const { getToken } = hostOn(own);
  deliver({ ...right, ports: [theirs] });
  await connecting;
  expect(getToken).not.toHaveBeenCalled();
});

test('once connected, the same word again and every other one changes nothing', async () => {
  const frame = page();
  const [host] = await connected(frame);
  const [evil, theirs] = channel();
  const { getToken } = hostOn(evil);
  for (let times = 0; times < 100; times += 1) {
    deliver({ data: welcome, origin: origins[0], source: parent, ports: [theirs] });
  }
  expect(await host.getToken(wanted)).toBe('token');
  expect(getToken).not.toHaveBeenCalled();
  expect(frame.update).not.toHaveBeenCalled();
});

test.each([
  ['says so', { namespace, type: 'unsupported_version', version: '2.0' }, 0],
  ['welcomes it all the same', { ...welcome, version: '2.0' }, 1],
])('a host of another version that %s is none', async (_, data, count) => {
  const connecting = connectHost(parent, origins, page());
  const given = Array.from({ length: count }, () => channel()[1]);
  deliver({ data, origin: origins[0], source: parent, ports: given });
  await expect(connecting).rejects.toMatchObject({ code: 'unsupported_version' });
});

test('a host of a newer minor version may say more than the page knows', async () => {
  const connecting = connectHost(parent, origins, page());
  const [own, theirs] = channel();
  hostOn(own);
  const newer = { ...welcome, version: '1.7', state: { ...state, sound: 'off' }, extra: 1 };
  deliver({ data: newer, origin: origins[0], source: parent, ports: [theirs] });
  expect((await connecting).state).toEqual(state);
});

test('without an answer the page gives up after ten seconds', async () => {
  vi.useFakeTimers();
  const failed = connectHost(parent, origins, page()).catch((error: Error) => error);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await failed).toMatchObject({ name: 'HostUnreachable', code: 'no_answer' });
  expect(vi.getTimerCount()).toBe(0);
});

test('without any origin of a client there is nobody to listen to', async () => {
  vi.useFakeTimers();
  const failed = connectHost(parent, [], page()).catch((error: Error) => error);
  const [, theirs] = channel();
  deliver({ data: welcome, origin: 'https://evil.example', source: parent, ports: [theirs] });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await failed).toMatchObject({ code: 'no_answer' });
});
