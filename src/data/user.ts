import {
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import type { User, UserPatch } from '../contract/user.ts';
import { newIntent } from '../client/intent.ts';
import type { MeClient, Versioned } from '../client/me-client.ts';
import { useClient } from './client-context.tsx';
import { keys, writes } from './keys.ts';
import { forgetOthers } from './query-client.ts';

type VersionedUser = Versioned<User>;

const cachedUser = (queryClient: QueryClient) => queryClient.getQueryData<VersionedUser>(keys.user);

/** The signed-in person. */
export const userOptions = (client: MeClient) =>
  queryOptions({
    queryKey: keys.user,
    queryFn: ({ signal }): Promise<VersionedUser> => client.getUser({ signal }),
  });

export function useUserQuery() {
  const client = useClient();
  return useQuery(userOptions(client));
}

/** Drops what is cached of anybody else, once nothing shows it any more. */
export function useForgetOthers(userId: string | undefined): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (userId !== undefined) forgetOthers(queryClient, userId);
  }, [queryClient, userId]);
}

/** Keeps what a write answered, unless somebody else has signed in since it was sent. */
async function keep(queryClient: QueryClient, answer: VersionedUser): Promise<void> {
  // A read under way may have been answered before this write: it must not come last.
  await queryClient.cancelQueries({ queryKey: keys.user });
  if (cachedUser(queryClient)?.value.id === answer.value.id) {
    queryClient.setQueryData(keys.user, answer);
  }
}

export interface SaveUser {
  readonly patch: UserPatch;
  /** The version that the person saw while typing. */
  readonly etag: string | undefined;
}

/** `PATCH /me`. Not optimistic: text is shown as saved when it is. */
export function useSaveUser() {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: writes.user,
    mutationFn: ({ patch, etag }: SaveUser) =>
      client.updateUser(patch, {
        intent: newIntent(),
        etag,
        account: cachedUser(queryClient)?.value.id,
      }),
    onSuccess: async (answer, { patch }) => {
      await keep(queryClient, answer);
      // Some backends keep one zone in two places: what stands in the other may have moved along.
      if (patch.timezone !== undefined)
        void queryClient.invalidateQueries({ queryKey: keys.preferences(answer.value.id) });
    },
  });
}

/** `POST /me/restore`, within the grace period. */
export function useRestoreUser() {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: writes.restoration,
    mutationFn: async ({ etag }: { etag: string | undefined }) =>
      client.restoreUser({
        intent: newIntent(),
        etag,
        account: cachedUser(queryClient)?.value.id,
      }),
    onSuccess: (answer) => keep(queryClient, answer),
  });
}

/** Reads the person anew, past the cache. */
export function useRefreshUser(): () => Promise<VersionedUser> {
  const client = useClient();
  const queryClient = useQueryClient();
  return async () => {
    const answer = await client.getUser();
    await queryClient.cancelQueries({ queryKey: keys.user });
    queryClient.setQueryData(keys.user, answer);
    return answer;
  };
}
