import type { UserField } from '../contract/user.ts';
import { useAccount } from '../data/account.tsx';
import { useCan, useLeftToOwner } from '../data/can.tsx';

/** Why a field, or a card of fields, can only be looked at: the id of the message. */
export function useWhyReadOnly(field?: UserField) {
  const { user } = useAccount();
  const isLeftToOwner = useLeftToOwner(
    ({ user: access }) => field !== undefined && access[field] === 'edit',
  );
  const { graceDays } = useCan().deletion;
  if (user.deletion) return graceDays === null ? 'state.leavingReadOnly' : 'state.deletionReadOnly';
  return isLeftToOwner ? 'state.actingReadOnly' : 'state.readOnly';
}
