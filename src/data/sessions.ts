import {
  useInfiniteQuery,
  useMutation,
  useMutationState,
  useQueryClient,
  type InfiniteData,
} from '@tanstack/react-query';
import { maxSessionPage, type SessionPage } from '../contract/session.ts';
import { newIntent } from '../client/intent.ts';
import { useClient } from './client-context.tsx';
import { keys, writes } from './keys.ts';
import { ended } from './session-end.ts';

/** The first page is what a person sees at once; who scrolls on gets the rest in few answers. */
const firstPage = 100;

type Pages = InfiniteData<SessionPage, string | undefined>;

export function useSessionsQuery(userId: string) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: keys.sessions(userId),
    queryFn: ({ pageParam, signal }) =>
      client.listSessions({
        limit: pageParam ? maxSessionPage : firstPage,
        pageToken: pageParam,
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextPageToken || undefined,
  });
}

function withoutSession(pages: Pages | undefined, id: string): Pages | undefined {
  if (!pages) return pages;
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      results: page.results.filter((session) => session.id !== id),
      total: page.total === undefined ? undefined : page.total - 1,
    })),
  };
}

/** Ids of the sessions being signed out. A failed one leaves the set and its row comes back. */
export function usePendingRevocations(userId: string): ReadonlySet<string> {
  const ids = useMutationState({
    filters: { mutationKey: writes.session(userId), status: 'pending' },
    select: (mutation) => (mutation.state.variables as { id: string }).id,
  });
  return new Set(ids);
}

/** `DELETE /me/sessions/{id}`: another device, or this one, which ends the session here. */
export function useRevokeSession(userId: string) {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: writes.session(userId),
    mutationFn: async ({ id }: { id: string; current: boolean }) => {
      await queryClient.cancelQueries({ queryKey: keys.sessions(userId) });
      await client.revokeSession(id, { intent: newIntent() });
    },
    onSuccess: (_, { id, current }) => {
      if (current) return ended.set(queryClient, 'signed-out');
      queryClient.setQueryData<Pages>(keys.sessions(userId), (pages) => withoutSession(pages, id));
    },
  });
}

/** `DELETE /me/sessions?except=current`; answers how many devices were signed out. */
export function useRevokeOtherSessions(userId: string) {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await queryClient.cancelQueries({ queryKey: keys.sessions(userId) });
      return client.revokeOtherSessions({ intent: newIntent() });
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.sessions(userId) }),
  });
}
