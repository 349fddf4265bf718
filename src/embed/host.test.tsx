import { render } from '@testing-library/react';
import fc from 'fast-check';
import { StrictMode, useEffect, useRef } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connectPort, method, nothing } from './connection.ts';
import { frameState, frameUpdate, pageName, parsing, token } from './frame/messages.ts';
import {
  mountAccountSettings,
  type AccountSettingsHandle,
  type AccountSettingsOptions,
  type FrameEvent,
} from './host.ts';
import { namespace, protocolVersion, type FrameState, type FrameUpdate } from './protocol.ts';

const src = 'https://account.example';
const options: AccountSettingsOptions = { src, client: 'acme', getToken: () => 'token' };
const hello = { namespace, type: 'hello', version: protocolVersion };

let place: HTMLElement;
let mounted: AccountSettingsHandle[];
let listeners: number;
beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'));
  mounted = [];
  listeners = 0;
  const { addEventListener, removeEventListener } = window;
  vi.spyOn(window, 'addEventListener').mockImplementation((...args: unknown[]) => {
    if (args[0] === 'message') listeners += 1;
    (addEventListener as (...all: unknown[]) => void).apply(window, args);
  });
  vi.spyOn(window, 'removeEventListener').mockImplementation((...args: unknown[]) => {
    if (args[0] === 'message') listeners -= 1;
    (removeEventListener as (...all: unknown[]) => void).apply(window, args);
  });
});
afterEach(() => {
  for (const handle of mounted) handle.destroy();
  place.remove();
  vi.useRealTimers();
});

function mount(more: Partial<AccountSettingsOptions> = {}) {
  const settings = mountAccountSettings(place, { ...options, ...more });
  mounted.push(settings);
  return settings;
}

const frames = () => [...place.querySelectorAll('iframe')];

/** The page in the newest frame: what it heard over the window, and how it speaks. */
function pageIn(frame = frames().at(-1)) {
  const target = frame?.contentWindow;
  if (!target) throw new Error('there is no frame');
  const heard: {
    data: { type: string; state: FrameState };
    origin: unknown;
    port?: MessagePort;
  }[] = [];
  vi.spyOn(target, 'postMessage').mockImplementation((...args: unknown[]) => {
    const [data, how] = args as [(typeof heard)[number]['data'], unknown];
    const { targetOrigin = how, transfer } = (how ?? {}) as {
      targetOrigin?: unknown;
      transfer?: MessagePort[];
    };
    heard.push({ data, origin: targetOrigin, ...(transfer?.[0] && { port: transfer[0] }) });
  });
  const say = (data: unknown, origin: unknown = src, source: unknown = target) =>
    window.dispatchEvent(Object.assign(new Event('message'), { data, origin, source, ports: [] }));
  return { heard, say };
}

/** Connects as the page does. */
function connect(frame = frames().at(-1)) {
  const { heard, say } = pageIn(frame);
  say(hello);
  const { data, port } = heard[0] ?? {};
  if (!port) throw new Error('nobody answered');
  const told: FrameUpdate[] = [];
  let answer: 'shown' | 'asked' = 'shown';
  const connection = connectPort(port, {
    update: method(parsing(frameUpdate), (update) => {
      told.push(update);
      return null;
    }),
    navigate: method(parsing(pageName), () => answer),
    mayUnload: method(nothing, () => answer === 'shown'),
  });
  // A host that is taken away at once never answers.
  connection.ready.catch(() => undefined);
  const call = (name: string, argument: unknown) => connection.call(name, argument, parsing(token));
  return { state: data?.state, told, call, askFirst: () => (answer = 'asked'), say, heard };
}

describe('what is wrong is named', () => {
  test.each<[string, unknown, object]>([
    ['src', 'http://account.example', {}],
    ['src', 'https://account.example/path', {}],
    ['src', undefined, {}],
    ['client', 'Acme Inc.', {}],
    ['getToken', 'token', {}],
    ['page', 'billing', {}],
    ['tabs', 'yes', {}],
    ['theme.radius', 99, { theme: { radius: 99 } }],
    ['theme.accent.light', 'yellow', { theme: { accent: { light: 'yellow', dark: '#ffff00' } } }],
    ['theme.colour', 'red', { theme: { colour: 'red' } }],
    ['locale', 'x', { locale: 'x' }],
    ['onEvent', 7, { onEvent: 7 }],
    ['token', 'canary', { token: 'canary' }],
  ])('the option %s', async (option, value, more) => {
    const given = { ...options, ...(Object.keys(more).length ? more : { [option]: value }) };
    await expect(
      mountAccountSettings(place, given as AccountSettingsOptions),
    ).rejects.toMatchObject({ name: 'AccountSettingsError', code: 'invalid_option', option });
    expect(frames()).toEqual([]);
  });

  test.each([null, undefined, 'body' as never])('the element, when it is %s', async (element) => {
    const onError = vi.fn<() => void>();
    await expect(mountAccountSettings(element, { ...options, onError })).rejects.toMatchObject({
      code: 'element_missing',
    });
    expect(onError).toHaveBeenCalledOnce();
  });

  test('a frame that does not answer, with a retry and a way to open it by itself', async () => {
    vi.useFakeTimers();
    const onError = vi.fn<(error: Error) => void>();
    const failed = mount({ onError, page: 'usage' }).catch((error: Error) => error);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await failed).toMatchObject({ code: 'frame_unreachable' });
    expect((await failed) as Error).toHaveProperty(
      'message',
      expect.stringContaining('https://account.example/embed/usage?client=acme'),
    );
    expect(place.querySelector('[role=alert]')).toHaveTextContent('could not be shown here');
    const link = place.querySelector('a');
    expect(link).toHaveAttribute('href', 'https://account.example/usage');
    expect(link).toHaveTextContent('Open in a new tab');
    place.querySelector('button')?.click();
    expect(place.querySelector('[role=alert]')).toBeNull();
    expect(frames()).toHaveLength(1);
  });

  test('a version that is not spoken', async () => {
    const settings = mount({ onError: () => undefined });
    const { heard, say } = pageIn();
    say({ ...hello, version: '2.0' });
    await expect(settings).rejects.toMatchObject({ code: 'unsupported_version' });
    expect(heard).toMatchObject([{ data: { type: 'unsupported_version' }, origin: src }]);
  });
});

describe('the page', () => {
  test('begins with what it was told, and nothing of it stands in the address', async () => {
    const settings = mount({ page: 'usage', tabs: true, theme: { mode: 'dark' }, locale: 'ar' });
    expect(frames()[0]?.src).toBe('https://account.example/embed/usage?client=acme');
    const { state, heard } = connect();
    await settings;
    expect(state).toEqual({ page: 'usage', tabs: true, theme: { mode: 'dark' }, locale: 'ar' });
    expect(frameState.safeParse(state).success).toBe(true);
    expect(heard[0]?.origin).toBe(src);
  });

  test('gets a token, and never why there was none', async () => {
    const onError = vi.fn<(error: Error) => void>();
    const getToken = vi.fn<() => string>(() => 'token');
    const settings = mount({ getToken, onError });
    const page = connect();
    await settings;
    const wanted = { reason: 'initial', minTtl: 30 };
    expect(await page.call('getToken', wanted)).toEqual({ ok: true, value: 'token' });
    getToken.mockImplementation(() => {
      throw new Error('canary');
    });
    const answer = await page.call('getToken', wanted);
    expect(answer).toEqual({ ok: false, error: { code: 'refused' } });
    expect(onError.mock.lastCall?.[0]).toMatchObject({
      code: 'token_unavailable',
      cause: { message: 'canary' },
    });
  });

  test('says how high it is, within reason', async () => {
    const settings = mount();
    const page = connect();
    await settings;
    await page.call('resize', 731);
    await page.call('resize', 1_000_000);
    await page.call('resize', '5px; position: fixed');
    expect(frames()[0]?.style.height).toBe('731px');
  });

  test('tells what happens, and where it went', async () => {
    const events: FrameEvent[] = [];
    const pages: string[] = [];
    const settings = mount({
      onEvent: (event) => events.push(event),
      onNavigate: (page) => pages.push(page),
    });
    const page = connect();
    await settings;
    await page.call('event', { type: 'saved', fields: ['username'], value: 'ada' });
    await page.call('event', { type: 'hacked' });
    await page.call('navigated', 'sessions');
    await page.call('navigated', 'javascript:alert(1)');
    expect(events).toEqual([{ type: 'saved', fields: ['username'] }]);
    expect(pages).toEqual(['sessions']);
  });

  test('follows the theme, the language and the page that the host wants', async () => {
    const settings = mount();
    const page = connect();
    await settings;
    await settings.update({ theme: { mode: 'dark' }, locale: 'ar' });
    expect(page.told).toEqual([{ theme: { mode: 'dark' }, locale: 'ar' }]);
    expect(frames()[0]?.style.colorScheme).toBe('dark');
    await expect(settings.update({ theme: { radius: -1 } })).rejects.toMatchObject({
      option: 'theme.radius',
    });
    expect(await settings.navigate('usage')).toBe(true);
    expect(await settings.mayUnload()).toBe(true);
    page.askFirst();
    expect(await settings.navigate('profile')).toBe(false);
    expect(await settings.mayUnload()).toBe(false);
    await expect(settings.navigate('billing' as never)).rejects.toMatchObject({ option: 'page' });
  });

  test('that was loaded anew begins where it was', async () => {
    const settings = mount();
    const first = connect();
    await settings;
    await first.call('navigated', 'usage');
    await settings.update({ locale: 'ar' });
    expect(connect().state).toEqual({ page: 'usage', tabs: false, locale: 'ar' });
  });

  test('of another origin, or in another window, is not even answered', () => {
    void mount();
    const { heard, say } = pageIn();
    const foreign = fc.oneof(fc.webUrl(), fc.string(), fc.constantFrom('null', `${src}:444`));
    fc.assert(
      fc.property(foreign, fc.oneof(fc.constant(hello), fc.anything()), (origin, data) => {
        if (origin !== src) say(data, origin);
        say(data, src, window);
        say(data, src, null);
      }),
      { numRuns: 10_000 },
    );
    fc.assert(
      fc.property(fc.anything(), (data) => void say(data)),
      { numRuns: 2000 },
    );
    expect(heard).toEqual([]);
  });
});

describe('nothing is left', () => {
  test('after it was taken away, and it can be shown again', async () => {
    const before = listeners;
    for (let times = 0; times < 3; times += 1) {
      const settings = mount();
      connect();
      await settings;
      expect([frames().length, listeners]).toEqual([1, before + 1]);
      settings.destroy();
      settings.destroy();
      expect([place.childElementCount, listeners]).toEqual([0, before]);
      await expect(settings.navigate('usage')).rejects.toMatchObject({ code: 'destroyed' });
    }
  });

  test('of two on a page, when one is taken away, but the other', async () => {
    const one = mount();
    connect();
    const two = mount({ page: 'usage' });
    connect();
    await Promise.all([one, two]);
    one.destroy();
    expect(frames().map((frame) => frame.src)).toEqual([
      'https://account.example/embed/usage?client=acme',
    ]);
    expect(await two.navigate('profile')).toBe(true);
  });

  test('in React’s strict mode', () => {
    const before = listeners;
    function Settings() {
      const element = useRef<HTMLDivElement>(null);
      useEffect(() => {
        const settings = mountAccountSettings(element.current, options);
        return () => settings.destroy();
      }, []);
      return <div ref={element} />;
    }
    const { container, unmount } = render(
      <StrictMode>
        <Settings />
      </StrictMode>,
    );
    expect([container.querySelectorAll('iframe').length, listeners]).toEqual([1, before + 1]);
    unmount();
    expect(listeners).toBe(before);
  });
});
