import { badAnswer, isRedirect, redirected, signedOut } from './http-error.ts';
import { MeError } from './me-error.ts';
import { readText } from './read-text.ts';
import type { TokenSource } from './token-source.ts';

export interface HttpOptions {
  /** Where the backend stands, a path included; by default this page's own origin. */
  readonly baseUrl?: string | undefined;
  readonly fetch?: typeof fetch | undefined;
  /**
   * Gives the tokens that sign the calls, from `createTokenSource`. Without it the browser's cookie
   * signs the call, or a proxy does.
   */
  readonly tokens?: TokenSource | undefined;
  /**
   * Whether cookies travel to another origin too (`include`), or not even to this page's own
   * (`omit`). By default they travel to this page's own.
   */
  readonly credentials?: 'same-origin' | 'include' | 'omit' | undefined;
}

/** How a backend's dialect says who asks, and what went wrong. */
export interface Dialect {
  /** The header of a token. */
  readonly tokenHeader: (token: string) => readonly [name: string, value: string];
  readonly errorOf: (status: number, headers: Headers, text: string) => MeError;
}

export interface HttpCall {
  readonly method?: 'GET' | 'PATCH' | 'POST' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for the whole call, the body included. */
  readonly timeout: number;
  /** The most bytes of an answer that are read. */
  readonly limit?: number;
  /** Leaves the body of a success unread: `DELETE` may answer with nothing. */
  readonly discard?: boolean;
  /** Asks past every cache: for another token, and not for an answer that the browser keeps. */
  readonly fresh?: boolean | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export type Http = (path: string, call: HttpCall) => Promise<HttpAnswer>;

/** Milliseconds. */
export const timeouts = { read: 15_000, write: 30_000, export: 120_000 } as const;

const defaultLimit = 5_000_000;

/**
 * Whether the backend shares the page's origin: there every header may be sent, while another
 * origin's preflight (Fetch, CORS) refuses a call for a header that it does not know.
 */
export function isOwnOrigin({ baseUrl = '' }: HttpOptions): boolean {
  if (!/^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(baseUrl)) return true;
  const page = (globalThis as { location?: Location }).location;
  return page !== undefined && new URL(baseUrl, page.href).origin === page.origin;
}

/**
 * The transport below an adapter: one call, one answer. Whatever goes wrong rejects with a
 * `MeError`, except the caller's own abort, which rejects with the signal's reason. Never retries,
 * but for a call that was refused for its token: it is sent once more with another one.
 *
 * A read without token is a plain `fetch(url)`: no header and no mode of its own, so that the
 * browser answers it with what `<link rel="preload" as="fetch" crossorigin="anonymous">` fetched.
 */
export function createHttp(options: HttpOptions, { tokenHeader, errorOf }: Dialect): Http {
  const { fetch: given, tokens, credentials } = options;
  const baseUrl = (options.baseUrl ?? '').replace(/\/+$/, '');
  const send: typeof fetch = given ?? ((...args) => fetch(...args));

  async function exchange(
    path: string,
    { method = 'GET', headers, body, limit = defaultLimit, discard, fresh }: HttpCall,
    signal: AbortSignal,
    token: string | undefined,
  ): Promise<HttpAnswer> {
    const all = new Headers(headers);
    if (token !== undefined) all.set(...tokenHeader(token));
    const isRead = method === 'GET';
    const ask = (more: RequestInit) =>
      send(baseUrl + path, {
        method,
        signal,
        headers: all,
        ...(body === undefined ? {} : { body }),
        ...(credentials === undefined ? {} : { credentials }),
        ...(fresh ? { cache: 'no-store' } : {}),
        ...more,
      });
    // Nobody knows where a redirect leads: what changes something is not sent there.
    const response = await ask(isRead ? {} : { redirect: 'manual' }).catch(async (cause) => {
      // Nor does a browser say that it is to another origin when it refuses to follow it.
      throw isRead && isRedirect(await ask({ redirect: 'manual' })) ? redirected() : cause;
    });
    const { status } = response;
    if (isRedirect(response)) {
      // A refused token is answered, not redirected. A cookie may have ended: a read tells.
      if (!isRead && token === undefined) {
        await exchange(path, { timeout: 0, discard: true }, signal, token).catch(
          (error: unknown) => {
            if (error instanceof MeError && error.signedOut) throw error;
          },
        );
      }
      throw redirected();
    }
    const isHtml = /html/i.test(response.headers.get('Content-Type') ?? '');
    if (isHtml && response.redirected && status < 500) throw signedOut();
    if (isHtml && response.ok) throw badAnswer(status);
    const text = discard && response.ok ? '' : await readText(response, limit);
    if (!response.ok) throw errorOf(status, response.headers, text);
    return { status, headers: response.headers, text };
  }

  async function attempt(path: string, call: HttpCall, token?: string): Promise<HttpAnswer> {
    call.signal?.throwIfAborted();
    const controller = new AbortController();
    const { signal } = controller;
    const abort = () => controller.abort(call.signal?.reason);
    call.signal?.addEventListener('abort', abort);
    const timer = setTimeout(
      () => controller.abort(new MeError({ code: 'Timeout' })),
      call.timeout,
    );
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
    });
    try {
      return await Promise.race([exchange(path, call, signal, token), aborted]);
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (error instanceof MeError) throw error;
      throw new MeError({ code: 'NetworkError', cause: error });
    } finally {
      clearTimeout(timer);
      call.signal?.removeEventListener('abort', abort);
      // Ends what is left of a body that was refused or not needed.
      controller.abort();
    }
  }

  return tokens ? tokens.around(attempt) : (path, call) => attempt(path, call);
}
