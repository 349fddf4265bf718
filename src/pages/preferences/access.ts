import type { Capabilities, FieldAccess } from '../../client/me-client.ts';
import { useAccount } from '../../data/account.tsx';
import { useWhyReadOnly } from '../use-why-read-only.ts';
import { useCan } from '../../data/can.tsx';

export type PreferencePart = keyof Capabilities['preferences'];

/** What the person may do with a part of the preferences now, and why not more. */
export function usePreferenceAccess(): {
  access: (part: PreferencePart) => FieldAccess;
  whyReadOnly: ReturnType<typeof useWhyReadOnly>;
} {
  const { preferences } = useCan();
  const { user } = useAccount();
  const whyReadOnly = useWhyReadOnly();
  return {
    access: (part) => (preferences[part] === 'edit' && user.deletion ? 'read' : preferences[part]),
    whyReadOnly,
  };
}
