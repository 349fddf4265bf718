import {
  useMutation,
  useMutationState,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import type { Preferences, PreferencesPatch } from '../contract/preferences.ts';
import { newIntent } from '../client/intent.ts';
import type { MeClient, Versioned } from '../client/me-client.ts';
import { MeError } from '../client/me-error.ts';
import { useClient } from './client-context.tsx';
import { keys, writes } from './keys.ts';

type VersionedPreferences = Versioned<Preferences>;

const options = (client: MeClient, userId: string) => ({
  queryKey: keys.preferences(userId),
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    client.getPreferences({ signal, account: userId }),
});

export function usePreferencesQuery(userId: string) {
  const client = useClient();
  return useQuery(options(client, userId));
}

/** A patch laid over what is stored (RFC 7396), so that a switch moves before it is answered. */
export function mergePreferences(stored: Preferences, patch: PreferencesPatch): Preferences {
  const notifications = { ...stored.notifications };
  for (const [category, channels] of Object.entries(patch.notifications ?? {})) {
    notifications[category] = {
      ...notifications[category],
      ...(channels as Record<string, boolean>),
    };
  }
  return {
    ...stored,
    ...(patch.theme !== undefined && { theme: patch.theme }),
    ...(patch.timezone !== undefined && { timezone: patch.timezone ?? undefined }),
    socials: {
      ...stored.socials,
      ...Object.fromEntries(
        Object.entries(patch.socials ?? {}).map(([network, handle]) => [
          network,
          handle ?? undefined,
        ]),
      ),
    },
    notifications,
  };
}

/** The writes under way, oldest first. A failed one leaves, and with it what it showed. */
export function usePendingPreferences(userId: string): PreferencesPatch[] {
  return useMutationState({
    filters: { mutationKey: writes.preferences(userId), status: 'pending' },
    select: (mutation) => mutation.state.variables as PreferencesPatch,
  });
}

/** Keeps an answer past any read under way, which may have been answered before it. */
async function keep(queryClient: QueryClient, userId: string, answer: VersionedPreferences) {
  await queryClient.cancelQueries({ queryKey: keys.preferences(userId) });
  queryClient.setQueryData(keys.preferences(userId), answer);
}

async function write(
  client: MeClient,
  queryClient: QueryClient,
  userId: string,
  patch: PreferencesPatch,
): Promise<VersionedPreferences> {
  const seen = queryClient.getQueryData<VersionedPreferences>(keys.preferences(userId));
  try {
    return await client.updatePreferences(patch, {
      intent: newIntent(),
      etag: seen?.etag,
      account: userId,
    });
  } catch (error) {
    if (!(error instanceof MeError) || error.status !== 412) throw error;
    // Changed elsewhere. These patches name single settings, so they merge by themselves, but only
    // into the same person's preferences.
    const { value } = await client.getUser();
    if (value.id !== userId) throw error;
    const { etag } = await client.getPreferences({ account: userId });
    return client.updatePreferences(patch, { intent: newIntent(), etag, account: userId });
  }
}

/** `PATCH /me/preferences`, one after the other; shown at once through the pending writes. */
export function useSavePreferences(userId: string) {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: writes.preferences(userId),
    scope: { id: `preferences-${userId}` },
    mutationFn: (patch: PreferencesPatch) => write(client, queryClient, userId, patch),
    onSuccess: (answer) => keep(queryClient, userId, answer),
  });
}

export interface SavePreferencesForm {
  readonly patch: PreferencesPatch;
  /** The version that the person saw while typing. */
  readonly etag: string | undefined;
}

/**
 * `PATCH /me/preferences` of a form, in turn with the single settings. Not optimistic, and a stale
 * version is the form's to merge: typed text may clash.
 */
export function useSavePreferencesForm(userId: string) {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: writes.preferencesForm(userId),
    scope: { id: `preferences-${userId}` },
    mutationFn: ({ patch, etag }: SavePreferencesForm) =>
      client.updatePreferences(patch, { intent: newIntent(), etag, account: userId }),
    onSuccess: async (answer, { patch }) => {
      await keep(queryClient, userId, answer);
      // Some backends keep one zone in two places: the profile's may have moved along.
      if (patch.timezone !== undefined) void queryClient.invalidateQueries({ queryKey: keys.user });
    },
  });
}

/** Reads the preferences anew, past the cache, as long as they are still this person's. */
export function useRefreshPreferences(userId: string): () => Promise<VersionedPreferences> {
  const client = useClient();
  const queryClient = useQueryClient();
  return async () => {
    const { value } = await client.getUser();
    if (value.id !== userId) throw new MeError({ code: 'Unauthorized', status: 401 });
    const answer = await client.getPreferences({ account: userId });
    await keep(queryClient, userId, answer);
    return answer;
  };
}
