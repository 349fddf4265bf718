import { connectPort, type Connection, type Method } from '../connection.ts';
import {
  handshakePatience,
  majorOf,
  namespace,
  protocolVersion,
  type Farewell,
  type FrameState,
  type Welcome,
} from '../protocol.ts';
import { isHello, isObject } from './guards.ts';

/** What happens between a host and one frame. */
export interface FrameLinkEvents {
  /** The page is there; it may be so again after it was loaded anew. */
  readonly onConnected: () => void;
  readonly onUnsupported: (version: string) => void;
  /** Nothing came within ten seconds. */
  readonly onSilence: () => void;
}

export interface FrameLink {
  /** The connection to the page that is in the frame now. */
  readonly connection: () => Connection | undefined;
  readonly close: () => void;
}

/**
 * Waits for the page in `frame` to say hello and connects to it. Messages of other windows, and of
 * other origins in that window, are not even looked at.
 */
export function linkFrame(
  frame: HTMLIFrameElement,
  origin: string,
  state: () => FrameState,
  methods: Readonly<Record<string, Method>>,
  { onConnected, onUnsupported, onSilence }: FrameLinkEvents,
): FrameLink {
  let connection: Connection | undefined;
  const timer = setTimeout(onSilence, handshakePatience);

  const answer = (target: Window): void => {
    const welcome: Welcome = {
      namespace,
      type: 'welcome',
      version: protocolVersion,
      state: state(),
    };
    const { port1, port2 } = new MessageChannel();
    target.postMessage(welcome, { targetOrigin: origin, transfer: [port2] });
    // A page that was loaded anew: the port of the former one leads nowhere.
    connection?.destroy();
    const own = connectPort(port1, methods);
    connection = own;
    own.ready.then(
      () => {
        if (connection !== own) return;
        clearTimeout(timer);
        onConnected();
      },
      // A page that falls silent half way is as good as none.
      () => undefined,
    );
  };

  const listen = ({ source, origin: from, data }: MessageEvent<unknown>): void => {
    const target = frame.contentWindow;
    if (!target || source !== target || from !== origin) return;
    if (!isObject(data) || data['namespace'] !== namespace || !isHello(data)) return;
    if (majorOf(data.version) === majorOf(protocolVersion)) return answer(target);
    const farewell: Farewell = { namespace, type: 'unsupported_version', version: protocolVersion };
    target.postMessage(farewell, origin);
    clearTimeout(timer);
    onUnsupported(data.version.slice(0, 20));
  };
  window.addEventListener('message', listen);

  return {
    connection: () => connection,
    close() {
      window.removeEventListener('message', listen);
      clearTimeout(timer);
      connection?.destroy();
      connection = undefined;
    },
  };
}
