import { errorOfAnswer } from '../client/http-error.ts';
import { timeouts } from '../client/http.ts';
import type { Options } from './options.ts';

export interface RawCall {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Leaves the credential out, as a browser does before it asks for leave. */
  readonly isUnsigned?: true;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Calls that no client makes: conditional reads, operations that do not exist, preflights. */
export function createSend(
  { url, token, profile }: Options,
  send: typeof fetch,
): (path: string, call?: RawCall) => Promise<RawAnswer> {
  const credentials: Record<string, string> =
    profile === 'mirra' ? { 'X-API-Key': token } : { Authorization: `Bearer ${token}` };
  return async (path, { headers, isUnsigned, ...call } = {}) => {
    const answer = await send(url + path, {
      ...call,
      headers: { ...headers, ...(isUnsigned ? {} : credentials) },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeouts.read),
    });
    const { status, headers: received } = answer;
    const text = await answer.text();
    if (status === 429 || status === 503) throw errorOfAnswer(status, received, text);
    return { status, headers: received, text };
  };
}
