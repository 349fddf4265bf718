import { createContext, use } from 'react';

const SignInContext = createContext<string | undefined>(undefined);

/** Where people sign in: a path of this origin or an address elsewhere; nothing where a host does it. */
export const SignInProvider = SignInContext;

/**
 * The way to the sign-in and back to `next`, a path of this page. `maxAge`: seconds for which an
 * earlier sign-in still counts (`max_age` of OpenID Connect); with 0 the person has to sign in anew.
 */
export function useSignInLink(next: string, maxAge?: number): string | undefined {
  const address = use(SignInContext);
  if (address === undefined) return undefined;
  const { origin } = window.location;
  const url = new URL(address, origin);
  const isOwn = url.origin === origin;
  url.searchParams.set('next', isOwn ? next : origin + next);
  if (maxAge !== undefined) url.searchParams.set('max_age', String(maxAge));
  return isOwn ? url.pathname + url.search : url.href;
}
