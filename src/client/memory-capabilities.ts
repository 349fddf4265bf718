import type { UserField, UserPatch } from '../contract/user.ts';
import { allCapabilities } from './capabilities.ts';
import type { Capabilities } from './me-client.ts';
import { MeError } from './me-error.ts';
import type { MemoryOptions, Operation } from './memory-backend.ts';

/** Everything, less what a test takes away. */
export function capabilitiesOf(less: MemoryOptions['can'] = {}): Capabilities {
  const all = allCapabilities;
  return {
    user: { ...all.user, ...less.user },
    preferences: { ...all.preferences, ...less.preferences },
    clear: { ...all.clear, ...less.clear },
    usage: { ...all.usage, ...less.usage },
    sessions: { ...all.sessions, ...less.sessions },
    usernameAvailability: less.usernameAvailability ?? all.usernameAvailability,
    exportData: less.exportData ?? all.exportData,
    deletion: { ...all.deletion, ...less.deletion },
  };
}

/** Whether the backend has the operation at all. */
export function isSupported(can: Capabilities, operation: Operation): boolean {
  switch (operation) {
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

/** Refuses a patch of a field that this backend does not let anybody edit. */
export function refuseReadOnly(can: Capabilities, patch: UserPatch): void {
  const fields = Object.keys(patch) as UserField[];
  if (fields.some((field) => field in can.user && can.user[field] !== 'edit'))
    throw new MeError({ code: 'NotSupported' });
}
