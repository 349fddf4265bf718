import { isServer, QueryClient } from '@tanstack/react-query';
import { MeError } from '../client/me-error.ts';
import { keys, scope } from './keys.ts';
import { ended } from './session-end.ts';

/** A wait longer than this is the person's decision (Retry), not ours. Milliseconds. */
const longestWait = 20_000;

const waitOf = (error: Error): number | undefined =>
  error instanceof MeError && error.retryAfter !== undefined ? error.retryAfter * 1000 : undefined;

/** Reads are asked again, at most twice, when nothing was decided about the request itself. */
export function retryRead(failures: number, error: Error): boolean {
  if (failures >= 2 || !(error instanceof MeError) || !error.transient) return false;
  return (waitOf(error) ?? 0) <= longestWait;
}

/** `Retry-After` when the backend said so, else 0.5 s, 1 s … with jitter. Milliseconds. */
export function retryDelay(failures: number, error: Error): number {
  return waitOf(error) ?? 500 * 2 ** failures * (0.75 + Math.random() / 2);
}

/**
 * Readies a cache, a host's own perhaps, for the account: writes are never repeated and never queued
 * (offline they fail at once, so that nothing happens later that the person no longer wants), and a
 * refusal ends the session. Nothing else in the cache is touched.
 *
 * @returns ends it
 */
export function prepareQueryClient(queryClient: QueryClient): () => void {
  queryClient.setQueryDefaults([scope], {
    retry: retryRead,
    retryDelay,
    staleTime: 30_000,
    // A server that renders a page forgets it whole; a timer would keep it alive.
    gcTime: isServer ? Infinity : 10 * 60_000,
    networkMode: 'online',
    // Whoever comes back sees whether they are still signed in, whatever a host's cache does else.
    refetchOnWindowFocus: true,
  });
  queryClient.setMutationDefaults([scope], { retry: false, networkMode: 'always' });
  const onError = (error: unknown) => {
    if (!(error instanceof MeError)) return;
    if (error.signedOut) ended.set(queryClient, 'expired');
    // Somebody else has signed in, in another tab perhaps: who it is decides what is shown.
    if (error.code === 'AccountChanged') {
      void queryClient.invalidateQueries({ queryKey: keys.user });
    }
  };
  const ends = [
    queryClient.getQueryCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') onError(event.action.error);
    }),
    queryClient.getMutationCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') onError(event.action.error);
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** The cache of one page. */
export function createQueryClient(): QueryClient {
  const queryClient = new QueryClient();
  prepareQueryClient(queryClient);
  return queryClient;
}

/** Forgets what was written, and what was read of anybody but `userId`. */
export function forgetOthers(queryClient: QueryClient, userId?: string): void {
  queryClient.removeQueries({
    queryKey: keys.accounts,
    predicate: ({ queryKey: [, , id] }) => id !== userId,
  });
  const written = queryClient.getMutationCache();
  for (const mutation of written.findAll({ mutationKey: [scope] })) written.remove(mutation);
}

/** Forgets everything that was read of the person: after deletion. */
export function forgetAccount(queryClient: QueryClient): void {
  queryClient.removeQueries({ queryKey: keys.accounts });
  queryClient.removeQueries({ queryKey: keys.user });
}
