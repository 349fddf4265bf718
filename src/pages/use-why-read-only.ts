import type { UserField } from '../contract/user.ts';
import { useAccount } from '../data/account.tsx';
import { useLeftToOwner } from '../data/can.tsx';

/** Why a field, or a card of fields, can only be looked at: the id of the message. */
export function useWhyReadOnly(field?: UserField) {
  const { user } = useAccount();
  const isLeftToOwner = useLeftToOwner(
    ({ user: access }) => field !== undefined && access[field] === 'edit',
  );
  if (user.deletion) return 'state.deletionReadOnly';
  return isLeftToOwner ? 'state.actingReadOnly' : 'state.readOnly';
}
