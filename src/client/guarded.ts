import type { PreferencesPatch } from '../contract/preferences.ts';
import type { UserField, UserPatch } from '../contract/user.ts';
import type { Capabilities, ClearableField, MeClient } from './me-client.ts';
import { MeError } from './me-error.ts';

/** What a `MeClient` does, one by one. */
export type Operation = Exclude<keyof MeClient, 'can'>;

const notSupported = () => new MeError({ code: 'NotSupported' });

/** Whether the backend has the operation at all. */
export function isSupported(can: Capabilities, operation: Operation): boolean {
  switch (operation) {
    case 'updateUser':
      return Object.values(can.user).includes('edit');
    case 'getPreferences':
      return Object.values(can.preferences).some((access) => access !== 'none');
    case 'updatePreferences':
      return Object.values(can.preferences).includes('edit');
    case 'getUsage':
      return can.usage.totals;
    case 'getUsageHistory':
      return can.usage.history;
    case 'listSessions':
      return can.sessions.list;
    case 'revokeSession':
      return can.sessions.revoke;
    case 'revokeOtherSessions':
      return can.sessions.revokeOthers;
    case 'checkUsername':
      return can.usernameAvailability;
    case 'exportData':
      return can.exportData;
    case 'deleteUser':
      return can.deletion.available;
    case 'restoreUser':
      return can.deletion.graceDays !== null;
    default:
      return true;
  }
}

/**
 * What becomes of a property that the contract does not know: it is sent, for the backend to judge,
 * or it is refused, where nobody knows what the backend would make of it.
 */
export type UnknownProperties = 'send' | 'refuse';

/**
 * Refuses a patch of what nobody may edit, or empty, with this backend.
 *
 * @throws MeError `NotSupported`
 */
function demandEditable(can: Capabilities, patch: UserPatch, unknown: UnknownProperties): void {
  for (const [field, value] of Object.entries(patch)) {
    if (!Object.hasOwn(can.user, field)) {
      if (unknown === 'refuse') throw notSupported();
      continue;
    }
    const clears = value === null && Object.hasOwn(can.clear, field);
    if (can.user[field as UserField] !== 'edit') throw notSupported();
    if (clears && !can.clear[field as ClearableField]) throw notSupported();
  }
}

/** The same for the preferences. */
function demandEditablePreferences(
  can: Capabilities,
  patch: PreferencesPatch,
  unknown: UnknownProperties,
): void {
  for (const part of Object.keys(patch) as (keyof PreferencesPatch)[]) {
    const known = Object.hasOwn(can.preferences, part);
    if (known ? can.preferences[part] !== 'edit' : unknown === 'refuse') throw notSupported();
  }
  if (patch.timezone === null && !can.clear.schedulingTimezone) throw notSupported();
}

/** `client` with no more than `can`: whatever goes beyond is refused before anything is sent. */
export function guarded(
  client: MeClient,
  can: Capabilities,
  unknown: UnknownProperties = 'send',
): MeClient {
  const guard =
    <Args extends unknown[], T>(
      operation: Operation,
      call: (...args: Args) => Promise<T>,
      demand?: (...args: Args) => void,
    ) =>
    async (...args: Args): Promise<T> => {
      if (!isSupported(can, operation)) throw notSupported();
      demand?.(...args);
      return call(...args);
    };
  return {
    can,
    getUser: client.getUser,
    updateUser: guard('updateUser', client.updateUser, (patch) =>
      demandEditable(can, patch, unknown),
    ),
    deleteUser: guard('deleteUser', client.deleteUser),
    restoreUser: guard('restoreUser', client.restoreUser),
    getPreferences: guard('getPreferences', client.getPreferences),
    updatePreferences: guard('updatePreferences', client.updatePreferences, (patch) =>
      demandEditablePreferences(can, patch, unknown),
    ),
    getUsage: guard('getUsage', client.getUsage),
    getUsageHistory: guard('getUsageHistory', client.getUsageHistory),
    listSessions: guard('listSessions', client.listSessions),
    revokeSession: guard('revokeSession', client.revokeSession),
    revokeOtherSessions: guard('revokeOtherSessions', client.revokeOtherSessions),
    checkUsername: guard('checkUsername', client.checkUsername),
    exportData: guard('exportData', client.exportData),
  };
}
