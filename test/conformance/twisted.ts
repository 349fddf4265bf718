/** One request on its way to the service. */
export interface Passing {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>> | undefined;
  /** What the service answers to it, or to it with another body or other headers. */
  forward(body?: object): Promise<Response>;
}

/** A backend with one fault: distorts what it is meant to, and forwards the rest. */
export type Twist = (passing: Passing) => Promise<Response>;

/** A network in which `twist` stands before the service. */
export const twisted =
  (twist: Twist): typeof fetch =>
  async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const headers = new Headers(init?.headers);
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as object) : undefined;
    return twist({
      method: init?.method ?? 'GET',
      path: url.pathname + url.search,
      headers,
      body: body as Passing['body'],
      forward: (given = body) =>
        fetch(input, { ...init, headers, ...(given && { body: JSON.stringify(given) }) }),
    });
  };

/** An answer of its own. */
export const answer = (status: number, body: object | undefined): Response =>
  Response.json(body, { status });

/** The same answer with another JSON body. */
export async function rewritten(
  response: Response,
  change: (body: Record<string, unknown>) => unknown,
): Promise<Response> {
  const text = await response.text();
  if (!response.ok || text === '') {
    return new Response(response.status === 304 || text === '' ? null : text, response);
  }
  const body = change(JSON.parse(text) as Record<string, unknown>);
  return new Response(JSON.stringify(body), response);
}

/** The same request without some properties of its body. */
export const forgetting = ({ body = {}, forward }: Passing, ...names: string[]) =>
  forward(Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name))));

/** A backend with one fault. */
export interface Broken {
  readonly what: string;
  readonly twist: Twist;
  /** The capabilities that are not in order, and nothing else. */
  readonly faults: Readonly<Record<string, 'wrong' | 'missing'>>;
  /** What the configuration takes away for it. */
  readonly can?: object;
  /** It is seen without changing anything. */
  readonly isReading?: true;
}
