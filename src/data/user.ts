import {
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import type { User, UserPatch } from '../contract/user.ts';
import { newIntent } from '../client/intent.ts';
import type { MeClient, Versioned } from '../client/me-client.ts';
import { useClient } from './client-context.tsx';
import { keys } from './keys.ts';

type VersionedUser = Versioned<User>;

const cachedUser = (queryClient: QueryClient) =>
  queryClient.getQueryData<VersionedUser>(keys.user);

/** The signed-in person. When it turns out to be somebody else, everything cached is dropped. */
export const userOptions = (client: MeClient, queryClient: QueryClient) =>
  queryOptions({
    queryKey: keys.user,
    queryFn: async ({ signal }): Promise<VersionedUser> => {
      const before = cachedUser(queryClient);
      const now = await client.getUser({ signal });
      if (before && before.value.id !== now.value.id) {
        queryClient.removeQueries({ queryKey: keys.account(before.value.id) });
      }
      return now;
    },
  });

export function useUserQuery() {
  const client = useClient();
  const queryClient = useQueryClient();
  return useQuery(userOptions(client, queryClient));
}

/** Keeps what a write answered, unless somebody else has signed in since it was sent. */
function keep(queryClient: QueryClient, answer: VersionedUser): void {
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
    mutationFn: async ({ patch, etag }: SaveUser) => {
      // A read under way may have been answered before this write: it must not come last.
      await queryClient.cancelQueries({ queryKey: keys.user });
      return client.updateUser(patch, { intent: newIntent(), etag });
    },
    onSuccess: (answer) => keep(queryClient, answer),
  });
}

/** `POST /me/restore`, within the grace period. */
export function useRestoreUser() {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ etag }: { etag: string | undefined }) =>
      client.restoreUser({ intent: newIntent(), etag }),
    onSuccess: (answer) => keep(queryClient, answer),
  });
}

/** Reads the person anew, past the cache. */
export function useRefreshUser(): () => Promise<VersionedUser> {
  const client = useClient();
  const queryClient = useQueryClient();
  return () => queryClient.fetchQuery({ ...userOptions(client, queryClient), staleTime: 0 });
}
