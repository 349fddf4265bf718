import type { PageConfig } from '../contract/page-config.ts';
import { adapters } from './adapters.ts';
import { comparing } from './comparing.ts';
import { guarded } from './guarded.ts';
import { isOwnOrigin, type HttpOptions } from './http.ts';
import { lowered } from './lowered.ts';
import type { MeClient } from './me-client.ts';
import { pinned, type Pinned } from './pinned.ts';
import { createRestClient } from './rest.ts';
import { samePerson } from './same-person.ts';
import { createTokenSource, type GetToken } from './token-source.ts';

/** Which backend, where, and who signs the calls. */
export interface ClientOptions extends Omit<HttpOptions, 'tokens'> {
  /** The dialect it speaks; `rest` by default. */
  readonly kind?: keyof typeof adapters | undefined;
  /** A `rest` backend on another origin lets our own headers through its preflight (CORS). */
  readonly extended?: boolean | undefined;
  /** Gives the token that signs the calls; it is kept until it ends or is refused. */
  readonly getToken?: GetToken | undefined;
  /** What the backend does not offer of what its adapter can. */
  readonly can?: PageConfig['can'] | undefined;
}

/** Whether the backend is told by each call whose account is meant. */
const isTold = ({ kind = 'rest', extended = false, ...http }: ClientOptions): boolean =>
  kind === 'rest' && (extended || isOwnOrigin(http));

function adapterOf(options: ClientOptions): MeClient {
  const { kind = 'rest', extended: _, can: __, getToken, ...given } = options;
  const http = { ...given, tokens: getToken && createTokenSource(getToken) };
  return kind === 'rest'
    ? createRestClient({ ...http, extended: isTold(options) })
    : adapters[kind](http);
}

/** A backend without versions is asked again before a write; one that offers less is asked for less. */
function careful(client: MeClient, { can }: ClientOptions): MeClient {
  const compared = comparing(client);
  return can ? guarded(compared, lowered(client.can, can)) : compared;
}

/** The client of a backend, with every care that its dialect leaves to the caller. */
export function createClient(options: ClientOptions): MeClient {
  const adapter = adapterOf(options);
  // A token is of one person; a cookie is of whoever signed in last.
  const isSafe = isTold(options) || options.getToken !== undefined;
  return careful(isSafe ? adapter : samePerson(adapter), options);
}

/**
 * The same for one person alone, whoever's tokens come later.
 *
 * @param onChanged see `pinned`
 */
export function createPinnedClient(
  options: ClientOptions & { readonly getToken: GetToken },
  onChanged: () => void,
): Pinned {
  const { client, close } = pinned(
    (getToken) => adapterOf({ ...options, getToken }),
    options.getToken,
    onChanged,
  );
  return { client: careful(client, options), close };
}
