/** What a client gave to `fetch`. */
export interface Recorded {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON body, where there was one. */
  readonly body: unknown;
  readonly init: RequestInit;
}

/** A `fetch` without network that writes down every call. */
export function recordingFetch(answer: (call: Recorded) => Response) {
  const sent: Recorded[] = [];
  const record: typeof fetch = async (input, init = {}) => {
    const call: Recorded = {
      url: input as string,
      method: init.method ?? 'GET',
      headers: Object.fromEntries(new Headers(init.headers)),
      body: init.body === undefined ? undefined : (JSON.parse(init.body as string) as unknown),
      init,
    };
    sent.push(call);
    return answer(call);
  };
  return { fetch: record, sent };
}
