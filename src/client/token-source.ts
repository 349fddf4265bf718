import { MeError } from './me-error.ts';

/** What kind of token is wanted, for whoever gives it to choose between a kept one and a new one. */
export interface TokenRequest {
  /**
   * `initial`: the first one. `expiring`: the last one is about to end, or somebody else may have
   * signed in since it was given. `unauthorized`: the backend
   * refused it. `step_up`: what the person wants needs a sign-in that is more recent.
   */
  readonly reason: 'initial' | 'expiring' | 'unauthorized' | 'step_up';
  /** Seconds for which the token should still be good. */
  readonly minTtl: number;
  /** Seconds since the person's sign-in at most; with `step_up`. */
  readonly maxAge?: number | undefined;
}

/** Gives the token of the signed-in person. It may ask the person to sign in when `step_up` is wanted. */
export type GetToken = (request: TokenRequest) => string | Promise<string>;

/** Why a token was refused. */
type Refusal =
  { readonly reason: 'unauthorized' } | { readonly reason: 'step_up'; readonly maxAge: number };

/** The token of one client's calls, asked for as seldom as possible and kept in memory alone. */
export interface TokenSource {
  /**
   * @param fresh asks for another one, however long the last one would still be good
   * @throws MeError `TokenUnavailable` when none is given
   */
  current(fresh?: boolean): Promise<string>;
  /**
   * A token in place of a refused one. However many calls were refused, one is asked for.
   *
   * @throws MeError `TokenUnavailable`
   */
  renew(refused: string, refusal: Refusal): Promise<string>;
  /**
   * Signs calls with a token. One that is refused for it had no effect, and is sent once more with
   * another token.
   */
  around<
    Call extends {
      readonly signal?: AbortSignal | undefined;
      readonly fresh?: boolean | undefined;
    },
    Answer,
  >(
    attempt: (path: string, call: Call, token: string) => Promise<Answer>,
  ): (path: string, call: Call) => Promise<Answer>;
}

/** Seconds that a token must be good for, so that it does not end on the way. */
const minTtl = 30;

/** Milliseconds to wait for a token; a person who is asked to sign in needs longer. */
const patience = 15_000;
const patienceOfPeople = 300_000;

/**
 * When the token ends, in milliseconds since 1970, where it says so itself (`exp` of a JWT, RFC
 * 7519). Nothing is verified: it only decides when the next one is asked for.
 */
export function expiryOf(token: string): number | undefined {
  const payload = /^[\w-]+\.([\w-]+)\.[\w-]*$/.exec(token)?.[1];
  if (payload === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    const exp = (claims as { exp?: unknown } | null)?.exp;
    return typeof exp === 'number' && Number.isFinite(exp) ? exp * 1000 : undefined;
  } catch {
    return undefined;
  }
}

/** What was thrown may quote the token: it is not passed on, but for the client's own errors. */
const unavailable = (error: unknown): MeError =>
  error instanceof MeError ? error : new MeError({ code: 'TokenUnavailable' });

async function pull(getToken: GetToken, request: TokenRequest): Promise<string> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new MeError({ code: 'TokenUnavailable' })),
      request.reason === 'step_up' ? patienceOfPeople : patience,
    );
  });
  try {
    const token: unknown = await Promise.race([getToken(request), tooLate]);
    if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token)) throw unavailable(undefined);
    return token;
  } catch (error) {
    throw unavailable(error);
  } finally {
    clearTimeout(timer);
  }
}

/** Why the call failed, if it was refused for its token. */
function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof MeError)) return undefined;
  if (error.signedOut) return { reason: 'unauthorized' };
  return error.code === 'StepUpRequired' && error.maxAge !== undefined
    ? { reason: 'step_up', maxAge: error.maxAge }
    : undefined;
}

/** Waits for `promise` unless the caller gives up first. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort);
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** Keeps the token that `getToken` gave until it ends or is refused. */
export function createTokenSource(getToken: GetToken): TokenSource {
  let token: string | undefined;
  let pending: Promise<string> | undefined;

  const ask = (request: TokenRequest): Promise<string> => {
    pending ??= pull(getToken, request)
      .then((given) => (token = given))
      .finally(() => (pending = undefined));
    return pending;
  };

  const source: TokenSource = {
    current(fresh) {
      if (pending) return pending;
      const isGood =
        !fresh && token !== undefined && (expiryOf(token) ?? Infinity) > Date.now() + minTtl * 1000;
      if (isGood && token !== undefined) return Promise.resolve(token);
      return ask({ reason: token === undefined ? 'initial' : 'expiring', minTtl });
    },
    async renew(refused, refusal) {
      // Another call was refused before and has seen to it, or is just doing so.
      const known = pending ? await pending : token;
      return known !== undefined && known !== refused ? known : ask({ minTtl, ...refusal });
    },
    around: (attempt) => async (path, call) => {
      call.signal?.throwIfAborted();
      const used = await unlessAborted(source.current(call.fresh), call.signal);
      try {
        return await attempt(path, call, used);
      } catch (error) {
        const refusal = refusalOf(error);
        if (!refusal) throw error;
        const other = await unlessAborted(source.renew(used, refusal), call.signal).catch(
          (failure: unknown) => {
            call.signal?.throwIfAborted();
            // That somebody else has signed in says more than that the call was refused.
            throw failure instanceof MeError && failure.code === 'AccountChanged' ? failure : error;
          },
        );
        if (other === used) throw error;
        return attempt(path, call, other);
      }
    },
  };
  return source;
}
