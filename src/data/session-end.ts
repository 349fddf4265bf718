import { useQuery, type QueryClient } from '@tanstack/react-query';
import { scope } from './keys.ts';
import { tellTabs } from './tabs.ts';

/**
 * How the session ended, if it did: `expired` (the backend answered 401), `signed-out` (on this
 * page), or deleted with the instant of erasure (`null` when the backend names none).
 */
export type SessionEnd =
  | 'expired'
  | 'signed-out'
  | { readonly erasedAt: string | null; readonly timeZone: string | undefined };

const key = [scope, 'session-end'];

/** Kept beside the data it concerns, one per page. */
export const ended = {
  get: (queryClient: QueryClient): SessionEnd | null =>
    queryClient.getQueryData<SessionEnd | null>(key) ?? null,
  /** An end on purpose, of which other tabs hear, wins over the 401s that come with it. */
  set(queryClient: QueryClient, end: SessionEnd): void {
    const former = ended.get(queryClient);
    if (former !== null && (former !== 'expired' || end === 'expired')) return;
    queryClient.setQueryData<SessionEnd | null>(key, end);
    if (end !== 'expired') tellTabs();
  },
  /** Goes on after an expiry: whoever signs the calls is asked anew, and everything is read again. */
  async resume(queryClient: QueryClient): Promise<void> {
    await queryClient.cancelQueries({ queryKey: [scope] });
    queryClient.setQueryData<SessionEnd | null>(key, null);
    await queryClient.invalidateQueries({ queryKey: [scope] });
  },
};

/** How the session ended, or null while it lasts. */
export function useSessionEnd(): SessionEnd | null {
  const { data } = useQuery<SessionEnd | null>({
    queryKey: key,
    queryFn: () => null,
    initialData: null,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return data;
}
