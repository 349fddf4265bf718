import type { Capabilities, FieldAccess } from '../../client/me-client.ts';
import { useAccount } from '../../data/account.tsx';
import { useCan } from '../../data/can.tsx';

export type PreferencePart = keyof Capabilities['preferences'];

/** What the person may do with a part of the preferences now, and why not more. */
export function usePreferenceAccess(): {
  access: (part: PreferencePart) => FieldAccess;
  whyReadOnly: 'state.deletionReadOnly' | 'state.readOnly';
} {
  const { preferences } = useCan();
  const { user } = useAccount();
  return {
    access: (part) => (preferences[part] === 'edit' && user.deletion ? 'read' : preferences[part]),
    whyReadOnly: user.deletion ? 'state.deletionReadOnly' : 'state.readOnly',
  };
}
