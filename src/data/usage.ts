import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { UsageHistoryQuery } from '../contract/usage.ts';
import { useClient } from './client-context.tsx';
import { keys } from './keys.ts';

export function useUsageQuery(userId: string, enabled = true) {
  const client = useClient();
  return useQuery({
    queryKey: keys.usage(userId),
    queryFn: ({ signal }) => client.getUsage({ signal, account: userId }),
    enabled,
  });
}

/** Buckets of a period; the former period stays on screen while the next one loads. */
export function useUsageHistoryQuery(userId: string, query: UsageHistoryQuery, enabled = true) {
  const client = useClient();
  return useQuery({
    queryKey: keys.history(userId, query),
    queryFn: ({ signal }) => client.getUsageHistory(query, { signal, account: userId }),
    placeholderData: keepPreviousData,
    enabled,
  });
}
