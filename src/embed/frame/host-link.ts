import * as z from 'zod/mini';
import type { PageName } from '../../contract/page-names.ts';
import { connectPort, method, nothing, type Method } from '../connection.ts';
import { fits } from '../fits.ts';
import {
  callPatience,
  handshakePatience,
  majorOf,
  namespace,
  protocolVersion,
  type FrameEvent,
  type FrameMethods,
  type FrameState,
  type FrameUpdate,
  type Hello,
  type HostMethods,
  type TokenWanted,
} from '../protocol.ts';
import { firstWord, frameUpdate, pageName, parsing, token } from './messages.ts';

/** Why the page has no host to belong to. */
export type HostProblem = 'no_answer' | 'unsupported_version';

/** The page cannot be shown in this frame. */
export class HostUnreachable extends Error {
  override readonly name = 'HostUnreachable';
  readonly code: HostProblem;

  constructor(code: HostProblem) {
    super(code);
    this.code = code;
  }
}

/** What the host may ask of the page. */
export interface FramePage {
  readonly update: (update: FrameUpdate) => void;
  /** Answers whether the page is shown; else the person is asked first. */
  readonly navigate: (page: PageName) => boolean;
  readonly mayUnload: () => boolean;
}

/** The host around the frame. Only its answers are waited for; what it is told, it is told. */
export interface Host {
  /** What the host began with. */
  readonly state: FrameState;
  /** @throws HostUnreachable when the host gives none */
  readonly getToken: (wanted: TokenWanted) => Promise<string>;
  readonly resize: (height: number) => void;
  readonly navigated: (page: PageName) => void;
  readonly event: (event: FrameEvent) => void;
}

/** Milliseconds to wait for a token: the host may ask the person to sign in again. */
const tokenPatience = { soon: 15_000, person: 300_000 } as const;

/** The first word of the parent window, when it is of one of `origins`. */
function firstWordOf(parent: Window, origins: readonly string[]) {
  return new Promise<{ word: z.output<typeof firstWord>; port: MessagePort | undefined }>(
    (resolve, reject) => {
      const timer = setTimeout(() => {
        window.removeEventListener('message', listen);
        reject(new HostUnreachable('no_answer'));
      }, handshakePatience);
      const listen = ({ source, origin, data, ports }: MessageEvent<unknown>): void => {
        if (source !== parent || !origins.includes(origin) || !fits(data)) return;
        const parsed = firstWord.safeParse(data);
        if (!parsed.success) return;
        const isWelcome = parsed.data.type === 'welcome';
        if (ports.length !== (isWelcome ? 1 : 0)) return;
        // From now on nothing that is posted to this window is listened to.
        window.removeEventListener('message', listen);
        clearTimeout(timer);
        resolve({ word: parsed.data, port: ports[0] });
      };
      window.addEventListener('message', listen);
      const hello: Hello = { namespace, type: 'hello', version: protocolVersion };
      parent.postMessage(hello, '*');
    },
  );
}

/**
 * Says hello to the parent window and connects to it. A parent of another origin than the client's
 * learns nothing but that there is a page, and is never asked for a token.
 *
 * @throws HostUnreachable
 */
export async function connectHost(
  parent: Window,
  origins: readonly string[],
  page: FramePage,
): Promise<Host> {
  const { word, port } = await firstWordOf(parent, origins);
  if (word.type !== 'welcome' || !port || majorOf(word.version) !== majorOf(protocolVersion)) {
    throw new HostUnreachable('unsupported_version');
  }
  const methods: Record<keyof FrameMethods, Method> = {
    update: method(parsing(frameUpdate), (update) => {
      page.update(update);
      return null;
    }),
    navigate: method(parsing(pageName), (name) => (page.navigate(name) ? 'shown' : 'asked')),
    mayUnload: method(nothing, page.mayUnload),
  };
  const connection = connectPort(port, methods);
  await connection.ready.catch(() => {
    throw new HostUnreachable('no_answer');
  });
  const tell = (name: keyof HostMethods, argument: unknown): void =>
    void connection.call(name, argument, parsing(z.literal(null)), callPatience);
  return {
    state: word.state,
    async getToken(wanted) {
      const { soon, person } = tokenPatience;
      const patience = wanted.reason === 'step_up' ? person : soon;
      const result = await connection.call('getToken', wanted, parsing(token), patience);
      if (result.ok) return result.value;
      throw new HostUnreachable('no_answer');
    },
    resize: (height) => tell('resize', height),
    navigated: (name) => tell('navigated', name),
    event: (event) => tell('event', event),
  };
}
