import { createContext, use, useMemo, type ReactNode } from 'react';
import type { User, UserField } from '../contract/user.ts';
import type { FieldAccess, Versioned } from '../client/me-client.ts';
import { useCan } from './can.tsx';

const AccountContext = createContext<Versioned<User> | undefined>(undefined);

/** Gives the pages below the person they are about; it is mounted anew for another person. */
export function AccountProvider({
  account,
  children,
}: {
  account: Versioned<User>;
  children: ReactNode;
}) {
  return (
    <AccountContext key={account.value.id} value={account}>
      {children}
    </AccountContext>
  );
}

/**
 * Whose text it is that is typed: the person's, or of who acts for them. One must not find what the
 * other left.
 */
export const writerOf = ({ id, executionMode, actor }: User): string =>
  executionMode === undefined ? id : `${id} by ${actor?.id ?? executionMode}`;

/** The signed-in person and the version read. Throws outside an `AccountProvider`. */
export function useAccount(): { user: User; etag: string | undefined } {
  const account = use(AccountContext);
  if (!account) throw new Error('useAccount needs an AccountProvider above it');
  return useMemo(() => ({ user: account.value, etag: account.etag }), [account]);
}

/**
 * What the person may do with a field now: what the backend lets them, and only look while the
 * account is marked for deletion.
 */
export function useFieldAccess(): (field: UserField) => FieldAccess {
  const { user } = useAccount();
  const can = useCan();
  return (field) => {
    const access = can.user[field];
    return access === 'edit' && user.deletion ? 'read' : access;
  };
}
