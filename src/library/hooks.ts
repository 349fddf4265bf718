export { useCan } from '../data/can.tsx';
export { useClient } from '../data/client-context.tsx';
export { useDeleteAccount, useExport, type DeleteAccount } from '../data/deletion.ts';
export {
  usePreferencesQuery,
  useSavePreferences,
  useSavePreferencesForm,
  type SavePreferencesForm,
} from '../data/preferences.ts';
export { useRevokeOtherSessions, useRevokeSession, useSessionsQuery } from '../data/sessions.ts';
export { useUsageHistoryQuery, useUsageQuery } from '../data/usage.ts';
export { useRestoreUser, useSaveUser, useUserQuery, type SaveUser } from '../data/user.ts';
export { useUsernameAvailability } from '../data/username.ts';
