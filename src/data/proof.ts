import type { QueryClient } from '@tanstack/react-query';
import type { User } from '../contract/user.ts';
import type { MeClient, Versioned } from '../client/me-client.ts';
import { MeError } from '../client/me-error.ts';
import { writerOf } from './account.tsx';
import { keys } from './keys.ts';
import { ended } from './session-end.ts';
import { lastTold } from './tabs.ts';

/**
 * Asks the backend who is signed in, past every cache, and keeps the answer: the person, or that the
 * session is over.
 *
 * @returns whether what is shown is still right
 * @throws MeError when nobody can tell
 */
export async function proveSession(client: MeClient, queryClient: QueryClient): Promise<boolean> {
  const { data, dataUpdatedAt = 0 } = queryClient.getQueryState<Versioned<User>>(keys.user) ?? {};
  const wasOver = ended.get(queryClient) !== null;
  try {
    const answer = await client.getUser({ fresh: true });
    // A read under way may have been answered before.
    await queryClient.cancelQueries({ queryKey: keys.user });
    queryClient.setQueryData(keys.user, answer);
    if (wasOver) await ended.resume(queryClient);
    return !wasOver && (!data || writerOf(data.value) === writerOf(answer.value));
  } catch (error) {
    if (!(error instanceof MeError)) throw error;
    if (error.signedOut) {
      ended.set(queryClient, data && lastTold() > dataUpdatedAt ? 'signed-out' : 'expired');
      return wasOver;
    }
    // A client of one person alone has said so itself.
    if (error.code === 'AccountChanged') return false;
    // That it is over shows nothing of anybody.
    if (wasOver) return true;
    throw error;
  }
}
