import { connect, type Message, type Messenger } from 'penpal';
import { fits } from './fits.ts';
import { callPatience, handshakePatience, type CallError, type CallResult } from './protocol.ts';

/** Reads an argument: its value, or the path of what is wrong in it. */
export type Parse<T> = (given: unknown) => { readonly value: T } | { readonly wrong: string };

/** A method that the other side may call, with one argument at most. It never throws. */
export type Method = (given: unknown) => Promise<CallResult<unknown>>;

const failed = (code: CallError['code'], argument?: string): CallResult<never> => ({
  ok: false,
  error: argument === undefined ? { code } : { code, argument },
});

/** Makes a method whose argument is parsed first; whatever `run` throws stays on this side. */
export const method =
  <A, T>(parse: Parse<A>, run: (argument: A) => T | Promise<T>): Method =>
  async (given) => {
    const parsed = parse(given);
    if ('wrong' in parsed) return failed('invalid_argument', parsed.wrong);
    try {
      return { ok: true, value: await run(parsed.value) };
    } catch {
      return failed('refused');
    }
  };

/** For methods without an argument. */
export const nothing: Parse<undefined> = (given) =>
  given === undefined ? { value: undefined } : { wrong: '' };

const isId = (value: unknown) => typeof value === 'string' && value.length <= 100;

/**
 * Whether a message of penpal's has exactly the parts that its type needs, and no more than fits. It
 * is a call of a method that there is, with one argument at most, or an answer.
 */
export function isWellFormed(message: Message, methods: object): boolean {
  if (!fits(message)) return false;
  switch (message.type) {
    case 'SYN':
      return isId(message.participantId);
    case 'ACK1':
    case 'ACK2':
    case 'DESTROY':
      return true;
    case 'CALL': {
      const { id, methodPath, args } = message;
      if (!isId(id) || !Array.isArray(methodPath) || !Array.isArray(args)) return false;
      const [name] = methodPath;
      return (
        methodPath.length === 1 && typeof name === 'string' && name in methods && args.length < 2
      );
    }
    case 'REPLY':
      return isId(message.callId) && !message.isError;
    default:
      return false;
  }
}

/** A port as penpal uses one; messages that are not as they must be are dropped. */
function strict(port: MessagePort, methods: object): Messenger {
  const handlers = new Set<(message: Message) => void>();
  return {
    initialize({ validateReceivedMessage: isOurs }) {
      port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (!isOurs(data) || !isWellFormed(data, methods)) return;
        for (const handle of handlers) handle(data);
      });
      port.start();
    },
    sendMessage: (message) => port.postMessage(message),
    addMessageHandler: (handler) => void handlers.add(handler),
    removeMessageHandler: (handler) => void handlers.delete(handler),
    destroy() {
      port.close();
      handlers.clear();
    },
  };
}

/** What an answer of the other side says; anything else is `unavailable`. */
function resultOf<T>(given: unknown, parse: Parse<T>): CallResult<T> {
  const { ok, value } = (given ?? {}) as { ok?: unknown; value?: unknown };
  if (ok !== true) return failed(ok === false ? 'refused' : 'unavailable');
  const parsed = parse(value);
  return 'wrong' in parsed ? failed('invalid_argument', parsed.wrong) : { ok, value: parsed.value };
}

/** One side of a connection. */
export interface Connection {
  /** Resolves once both sides are there; rejects when the other one is not within ten seconds. */
  readonly ready: Promise<void>;
  /** Calls a method of the other side. It never rejects. `patience`: milliseconds to wait. */
  call<T>(
    name: string,
    argument: unknown,
    parse: Parse<T>,
    patience?: number,
  ): Promise<CallResult<T>>;
  /** Ends it on both sides: calls under way are `unavailable`. */
  destroy(): void;
}

/** Connects over a port that only the two sides have. `methods` are all that the other may call. */
export function connectPort(
  port: MessagePort,
  methods: Readonly<Record<string, Method>>,
): Connection {
  // Without a prototype: there is nothing to call but what stands here.
  const own: Record<string, Method> = Object.assign(Object.create(null), methods);
  const connection = connect<Record<string, Method>>({
    messenger: strict(port, own),
    methods: own,
    timeout: handshakePatience,
  });
  const ready = connection.promise.then(() => undefined);
  return {
    ready,
    async call(name, argument, parse, patience = callPatience) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const tooLate = new Promise<undefined>((resolve) => {
        timer = setTimeout(() => resolve(undefined), patience);
      });
      const answer = connection.promise
        .then((remote) => remote[name]?.(argument))
        .catch(() => undefined);
      const given = await Promise.race([answer, tooLate]);
      clearTimeout(timer);
      return resultOf(given, parse);
    },
    destroy: connection.destroy,
  };
}
