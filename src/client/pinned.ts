import type { MeClient } from './me-client.ts';
import { MeError } from './me-error.ts';
import type { GetToken } from './token-source.ts';

const accountChanged = () => new MeError({ code: 'AccountChanged', status: 409 });

export interface Pinned {
  readonly client: MeClient;
  /** Ends everything: from here on each call is refused before it is sent. */
  readonly close: () => void;
}

/**
 * A client that stays with the first person it meets. Each further token is tried with a reading
 * call of its own before anything is sent with it; when it is somebody else's, or the backend says
 * that the account has changed, `onChanged` is called once and nothing is sent any more.
 *
 * @param create makes the adapter; called once for the calls, and once for each token to be tried
 */
export function pinned(
  create: (getToken: GetToken) => MeClient,
  getToken: GetToken,
  onChanged: () => void,
): Pinned {
  let person: string | undefined;
  let closed = false;

  const changed = (): MeError => {
    if (!closed) {
      closed = true;
      onChanged();
    }
    return accountChanged();
  };
  const meet = (id: string): void => {
    person ??= id;
    if (id !== person) throw changed();
  };

  const all = create(async (request) => {
    const token = await getToken(request);
    if (person !== undefined) {
      const { value } = await create(() => token).getUser();
      meet(value.id);
    }
    return token;
  });

  const guard =
    <Args extends unknown[], T>(call: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      if (closed) throw accountChanged();
      try {
        const answer = await call(...args);
        // Answers that were under way when the person changed are nobody's any more.
        if (closed) throw accountChanged();
        return answer;
      } catch (error) {
        throw error instanceof MeError && error.code === 'AccountChanged' ? changed() : error;
      }
    };

  const getUser = guard(all.getUser);
  return {
    close: () => {
      closed = true;
    },
    client: {
      can: all.can,
      getUser: async (options) => {
        const answer = await getUser({ ...options, account: options?.account ?? person });
        meet(answer.value.id);
        return answer;
      },
      updateUser: guard(all.updateUser),
      deleteUser: guard(all.deleteUser),
      restoreUser: guard(all.restoreUser),
      getPreferences: guard(all.getPreferences),
      updatePreferences: guard(all.updatePreferences),
      getUsage: guard(all.getUsage),
      getUsageHistory: guard(all.getUsageHistory),
      listSessions: guard(all.listSessions),
      revokeSession: guard(all.revokeSession),
      revokeOtherSessions: guard(all.revokeOtherSessions),
      checkUsername: guard(all.checkUsername),
      exportData: guard(all.exportData),
    },
  };
}
