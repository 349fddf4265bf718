import type { MeClient, ReadOptions } from './me-client.ts';
import { MeError } from './me-error.ts';

/**
 * For backends that cannot be told whose account is meant (`Account-Id`): who is signed in is asked
 * beside every read and before every write, so that after somebody else has signed in nothing of
 * theirs is shown under another name, or changed in another's place.
 *
 * @throws MeError `AccountChanged` when it is no longer the account that the caller named
 */
export function samePerson(client: MeClient): MeClient {
  const demand = async ({ signal, account }: ReadOptions = {}): Promise<void> => {
    if (account === undefined) return;
    const { value } = await client.getUser({ signal, account });
    if (value.id !== account) throw new MeError({ code: 'AccountChanged', status: 409 });
  };
  const beside = async <T>(options: ReadOptions | undefined, call: Promise<T>): Promise<T> => {
    const [answer] = await Promise.all([call, demand(options)]);
    return answer;
  };
  const before = async <T>(options: ReadOptions, call: () => Promise<T>): Promise<T> => {
    await demand(options);
    return call();
  };
  return {
    can: client.can,
    getUser: client.getUser,
    updateUser: (patch, o) => before(o, () => client.updateUser(patch, o)),
    deleteUser: (o) => before(o, () => client.deleteUser(o)),
    restoreUser: (o) => before(o, () => client.restoreUser(o)),
    getPreferences: (o) => beside(o, client.getPreferences(o)),
    updatePreferences: (patch, o) => before(o, () => client.updatePreferences(patch, o)),
    getUsage: (o) => beside(o, client.getUsage(o)),
    getUsageHistory: (query, o) => beside(o, client.getUsageHistory(query, o)),
    listSessions: (query) => beside(query, client.listSessions(query)),
    revokeSession: (id, o) => before(o, () => client.revokeSession(id, o)),
    revokeOtherSessions: (o) => before(o, () => client.revokeOtherSessions(o)),
    checkUsername: (username, o) => beside(o, client.checkUsername(username, o)),
    exportData: (o) => beside(o, client.exportData(o)),
  };
}
