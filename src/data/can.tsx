import { createContext, use, useMemo, type ReactNode } from 'react';
import { isAllowed } from '../contract/execution-mode.ts';
import type { Capabilities } from '../client/me-client.ts';
import { useClient } from './client-context.tsx';
import { useUserQuery } from './user.ts';

const CanContext = createContext<Capabilities | undefined>(undefined);

/** What is left for whoever makes the calls in `mode`. The backend refuses the rest anyway. */
export function capabilitiesIn(mode: string | undefined, all: Capabilities): Capabilities {
  if (mode === undefined) return all;
  const { user, sessions, deletion } = all;
  const mayRevoke = isAllowed(mode, 'revoke_sessions');
  const mayEmail = isAllowed(mode, 'change_email');
  return {
    ...all,
    user: { ...user, email: user.email === 'edit' && !mayEmail ? 'read' : user.email },
    sessions: {
      ...sessions,
      revoke: sessions.revoke && mayRevoke,
      revokeOthers: sessions.revokeOthers && mayRevoke,
    },
    deletion: {
      available: deletion.available && isAllowed(mode, 'delete'),
      graceDays: isAllowed(mode, 'restore') ? deletion.graceDays : null,
    },
  };
}

export function CanProvider({ children }: { children: ReactNode }) {
  const { can } = useClient();
  const mode = useUserQuery().data?.value.executionMode;
  const left = useMemo(() => capabilitiesIn(mode, can), [mode, can]);
  return <CanContext value={left}>{children}</CanContext>;
}

/** Whether something is missing only because somebody else acts for the person. */
export function useLeftToOwner(has: (can: Capabilities) => boolean): boolean {
  const { can: all } = useClient();
  const left = useCan();
  return has(all) && !has(left);
}

/**
 * What the backend can do for whoever makes the calls. Pages ask this, and never which backend it
 * is. Throws without a provider above: a mistake of the composition.
 */
export function useCan(): Capabilities {
  const can = use(CanContext);
  if (!can) throw new Error('useCan needs a CanProvider above it');
  return can;
}
