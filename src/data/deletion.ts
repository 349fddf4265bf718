import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { User } from '../contract/user.ts';
import type { Versioned } from '../client/me-client.ts';
import { MeError } from '../client/me-error.ts';
import { useCan } from './can.tsx';
import { useClient } from './client-context.tsx';
import { keys, writes } from './keys.ts';
import { forgetAccount } from './query-client.ts';
import { ended } from './session-end.ts';
import { dropSessionVisit } from './session-visit.ts';

const dayInMs = 86_400_000;

/** The instant at which an account deleted at `from` is erased; `null` when it cannot come back. */
export const erasureAfter = (from: Date, graceDays: number | null): string | null =>
  graceDays === null ? null : new Date(from.getTime() + graceDays * dayInMs).toISOString();

/**
 * Whether a request that failed so may have been carried out: it was sent, and no answer decided
 * it. A refusal (4xx) decides; without a token nothing was sent.
 */
const mayHaveTakenEffect = ({ code, status }: MeError): boolean =>
  code === 'NetworkError' ||
  code === 'Timeout' ||
  code === 'Redirected' ||
  status >= 500 ||
  (code === 'BadAnswer' && status < 400);

export interface DeleteAccount {
  readonly etag: string | undefined;
  /** The same for every attempt of one intent: a lost answer must not become a second deletion. */
  readonly intent: string;
}

/**
 * `DELETE /me`: refused offline, never queued, never repeated by itself. Afterwards nothing of the
 * account stays in the cache or on the device.
 */
export function useDeleteAccount(userId: string) {
  const client = useClient();
  const { graceDays } = useCan().deletion;
  const queryClient = useQueryClient();
  /** The intent of a try that may have taken effect although no answer said so. */
  const undecided = useRef<string>(undefined);
  return useMutation({
    mutationKey: writes.deletion(userId),
    mutationFn: async ({ etag, intent }: DeleteAccount) => {
      if (!navigator.onLine) throw new MeError({ code: 'NetworkError' });
      try {
        await client.deleteUser({ etag, intent, account: userId });
      } catch (error) {
        if (!(error instanceof MeError)) throw error;
        // The answer to the first try was lost, and now every session is dead: it was deleted.
        if (error.signedOut && undecided.current === intent) return;
        if (mayHaveTakenEffect(error)) undecided.current = intent;
        else if (error.status >= 400) undecided.current = undefined;
        throw error;
      }
    },
    onSuccess: () => {
      const account = queryClient.getQueryData<Versioned<User>>(keys.user);
      ended.set(queryClient, {
        erasedAt: erasureAfter(new Date(), graceDays),
        timeZone: account?.value.timezone,
      });
      forgetAccount(queryClient);
      dropSessionVisit(userId);
    },
  });
}

/** `GET /me/export`, on demand and never cached. */
export function useExport(userId: string) {
  const client = useClient();
  return useMutation({
    mutationKey: writes.export(userId),
    mutationFn: () => client.exportData({ account: userId }),
  });
}
