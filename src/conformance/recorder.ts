import { MeError } from '../client/me-error.ts';
import type { Permit, Sent } from './safety.ts';

/** One request and what came back. Credentials are taken out before anything is kept. */
export interface Exchange {
  readonly request: Sent & { readonly headers: Readonly<Record<string, string>> };
  answer?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    /** The beginning of the body, as far as it was read. */
    text: string;
  };
  /** Why there is no answer. */
  failure?: string;
}

export interface RecorderOptions {
  readonly fetch: typeof fetch;
  readonly permit: Permit;
  readonly redact: (text: string) => string;
  /** Milliseconds for one exchange; without it the adapters' own limits hold. */
  readonly timeLimit?: number | undefined;
}

export interface Recorder {
  readonly fetch: typeof fetch;
  /** How many exchanges there were. */
  count(): number;
  /** The exchanges from the `from`th on. */
  since(from: number): readonly Exchange[];
  /** Ends reads under way, and refuses all that come until `resume`: writes are let finish. */
  stop(): void;
  resume(): void;
}

/** Characters of a body that are kept. */
const kept = 256 * 1024;

const bodies = new WeakMap<Exchange, string>();

/** The beginning of the answer's body as it came, to be judged and never to be printed. */
export const bodyOf = (exchange: Exchange | undefined): string =>
  (exchange && bodies.get(exchange)) ?? '';

/** `body`, of which what passes is told; its beginning is there before anybody asks. */
async function overheard(
  body: ReadableStream<Uint8Array>,
  heard: (text: string) => void,
): Promise<ReadableStream<Uint8Array>> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const next = async () => {
    const step = await reader.read();
    heard(step.done ? decoder.decode() : decoder.decode(step.value, { stream: true }));
    return step;
  };
  let waiting: ReturnType<typeof next> | undefined = Promise.resolve(await next());
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await (waiting ?? next());
      waiting = undefined;
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

const record = (headers: Headers, redact: (text: string) => string): Record<string, string> =>
  Object.fromEntries(
    [...headers].map(([name, value]) => [
      name,
      /^(?:authorization|x-api-key|cookie|set-cookie)$/i.test(name)
        ? value.replace(/^(Bearer )?.*$/is, '$1***')
        : redact(value),
    ]),
  );

/** A `fetch` that remembers what it sent and received, and sends only what is permitted. */
export function createRecorder(options: RecorderOptions): Recorder {
  const { permit, redact, timeLimit } = options;
  const exchanges: Exchange[] = [];
  let stopped = new AbortController();

  async function send(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    const { pathname, search } = new URL(input instanceof Request ? input.url : input);
    const path = pathname + search;
    const body = typeof init.body === 'string' ? init.body : undefined;
    const sent: Sent = { method: init.method ?? 'GET', path, body };
    // As it is: without its secrets it might read as another request.
    const verdict = permit(sent);
    const told: Sent = { ...sent, path: redact(path), body: body && redact(body) };
    if (verdict === 'refused') throw new Error(`${told.method} ${told.path} was not permitted`);
    stopped.signal.throwIfAborted();

    const exchange: Exchange = {
      request: { ...told, headers: record(new Headers(init.headers), redact) },
    };
    exchanges.push(exchange);
    const limit = new AbortController();
    const late = new MeError({ code: 'Timeout' });
    const timer = timeLimit && setTimeout(() => limit.abort(late), timeLimit);
    const signals = [init.signal, limit.signal, verdict === 'read' ? stopped.signal : undefined];
    const signal = AbortSignal.any(signals.filter((each) => each instanceof AbortSignal));
    signal.addEventListener('abort', () => clearTimeout(timer));
    try {
      const response = await options.fetch(input, { ...init, signal });
      const answer = {
        status: response.status,
        headers: record(response.headers, redact),
        text: '',
      };
      exchange.answer = answer;
      let raw = '';
      const heard = (text: string) => {
        if (raw.length >= kept) return;
        raw = (raw + text).slice(0, kept);
        bodies.set(exchange, raw);
        answer.text = redact(raw);
      };
      const copy = new Response(response.body && (await overheard(response.body, heard)), response);
      return Object.defineProperty(copy, 'redirected', { value: response.redirected });
    } catch (error) {
      exchange.failure = redact(reasonOf(error));
      throw error;
    }
  }

  return {
    fetch: send,
    count: () => exchanges.length,
    since: (from) => exchanges.slice(from),
    stop: () => stopped.abort(new Error('the run was stopped')),
    resume: () => {
      stopped = new AbortController();
    },
  };
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host name could not be looked up',
  ECONNRESET: 'the connection broke',
  ETIMEDOUT: 'the host does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'the host does not answer',
  UND_ERR_SOCKET: 'the connection broke',
};

/** Why there was no answer, in words: Node hides it in the causes of `fetch failed`. */
export function reasonOf(error: unknown): string {
  if (error instanceof MeError && error.code === 'Timeout') return 'no answer in time';
  if (!(error instanceof Error)) return String(error);
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && !(error instanceof MeError)) {
    return `${reasons[code] ?? error.message} (${code})`;
  }
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}
