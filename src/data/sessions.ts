import {
  useInfiniteQuery,
  useMutation,
  useMutationState,
  useQueryClient,
  type InfiniteData,
  type Query,
  type QueryClient,
} from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { maxSessionPage, type Session, type SessionPage } from '../contract/session.ts';
import { newIntent } from '../client/intent.ts';
import { MeError } from '../client/me-error.ts';
import { useClient } from './client-context.tsx';
import { keys, writes } from './keys.ts';
import { inOrder } from './session-order.ts';
import { ended } from './session-end.ts';

/** The first page is what a person sees at once; who scrolls on gets the rest in few answers. */
const firstPage = 100;

type Pages = InfiniteData<SessionPage, string | undefined>;

/** A list read by scrolling, thousands of rows perhaps, is not read again at every focus. */
const refetchWhileShort = ({ state }: Query<SessionPage, Error, Pages>) =>
  (state.data?.pages.length ?? 0) <= 1;

/** `GET /me/sessions`, page by page. */
export function useSessionsQuery(userId: string) {
  const client = useClient();
  const queryClient = useQueryClient();
  // Who comes back later begins at the top.
  useEffect(
    () => () =>
      update(queryClient, userId, ({ pages, pageParams }) => ({
        pages: pages.slice(0, 1),
        pageParams: pageParams.slice(0, 1),
      })),
    [queryClient, userId],
  );
  return useInfiniteQuery({
    queryKey: keys.sessions(userId),
    queryFn: async ({ pageParam, signal }) =>
      inOrder(
        await client.listSessions({
          limit: pageParam ? maxSessionPage : firstPage,
          pageToken: pageParam,
          signal,
          account: userId,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextPageToken || undefined,
    refetchOnWindowFocus: refetchWhileShort,
    refetchOnReconnect: refetchWhileShort,
  });
}

/** Changes the list read so far, which stays as old as it is. */
function update(queryClient: QueryClient, userId: string, change: (pages: Pages) => Pages): void {
  const queryKey = keys.sessions(userId);
  const { data, dataUpdatedAt } = queryClient.getQueryState<Pages>(queryKey) ?? {};
  if (data)
    queryClient.setQueryData<Pages>(queryKey, change(data), { updatedAt: dataUpdatedAt ?? 0 });
}

/** Changes the list past any read under way, which may have been answered before the change. */
async function settle(queryClient: QueryClient, userId: string, change: (pages: Pages) => Pages) {
  await queryClient.cancelQueries({ queryKey: keys.sessions(userId) });
  update(queryClient, userId, change);
  // The account counts its devices.
  void queryClient.invalidateQueries({ queryKey: keys.user });
}

/** The list without one session; pages that keep all their rows stay the same. */
const without =
  (id: string) =>
  (list: Pages): Pages => {
    const isGone = (session: Session) => session.id === id;
    const lost = list.pages.some((page) => page.results.some(isGone)) ? 1 : 0;
    return {
      ...list,
      pages: list.pages.map((page) => ({
        ...page,
        results: page.results.some(isGone)
          ? page.results.filter((session) => !isGone(session))
          : page.results,
        total: page.total === undefined ? undefined : page.total - lost,
      })),
    };
  };

/** The list when no other device is left. */
function onlyCurrent(list: Pages): Pages {
  const current = list.pages.flatMap((page) => page.results).filter((session) => session.current);
  if (current.length === 0) return list;
  return {
    pages: [{ results: current, nextPageToken: undefined, total: current.length }],
    pageParams: [undefined],
  };
}

/** Ids of the sessions being signed out. A failed one leaves the set and its row comes back. */
export function usePendingRevocations(userId: string): ReadonlySet<string> {
  const ids = useMutationState({
    filters: { mutationKey: writes.session(userId), status: 'pending' },
    select: (mutation) => (mutation.state.variables as { id: string }).id,
  });
  return useMemo(() => new Set(ids), [ids]);
}

/** `DELETE /me/sessions/{id}`: another device, or this one, which ends the session here. */
export function useRevokeSession(userId: string) {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: writes.session(userId),
    mutationFn: async ({ id }: { id: string; current: boolean }) => {
      await queryClient.cancelQueries({ queryKey: keys.sessions(userId) });
      try {
        await client.revokeSession(id, { intent: newIntent(), account: userId });
      } catch (error) {
        // Signed out already, here or elsewhere: what was wanted is so.
        if (!(error instanceof MeError) || error.status !== 404) throw error;
      }
    },
    onSuccess: (_, { id, current }) => {
      if (current) return ended.set(queryClient, 'signed-out');
      return settle(queryClient, userId, without(id));
    },
  });
}

/** `DELETE /me/sessions?except=current`; answers how many devices were signed out. */
export function useRevokeOtherSessions(userId: string) {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: writes.otherSessions(userId),
    mutationFn: async ({ intent }: { intent: string }) => {
      await queryClient.cancelQueries({ queryKey: keys.sessions(userId) });
      return client.revokeOtherSessions({ intent, account: userId });
    },
    onSuccess: async () => {
      await settle(queryClient, userId, onlyCurrent);
      void queryClient.invalidateQueries({ queryKey: keys.sessions(userId) });
    },
  });
}
