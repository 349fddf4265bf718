import { skipToken, useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import { keys } from './keys.ts';

/**
 * Whether `username` can be taken; `null` asks nothing. Late answers for an earlier text are
 * dropped with their key, and a failure is no news: the answer at save wins anyway.
 */
export function useUsernameAvailability(userId: string, username: string | null) {
  const client = useClient();
  return useQuery({
    queryKey: keys.username(userId, username ?? ''),
    queryFn:
      username === null
        ? skipToken
        : ({ signal }) => client.checkUsername(username, { signal, account: userId }),
    retry: false,
    staleTime: 10_000,
  });
}
