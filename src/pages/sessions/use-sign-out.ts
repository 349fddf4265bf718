import { useCallback, useRef, useState } from 'react';
import type { Session } from '../../contract/session.ts';
import { MeError } from '../../client/me-error.ts';
import { usePendingRevocations, useRevokeSession } from '../../data/sessions.ts';
import { useText } from '../../i18n/text.tsx';
import { announce } from '../../ui/announcer.ts';
import { sessionTitle } from './session-text.ts';

export interface SignOut {
  /** Ids of the sessions being signed out. */
  readonly pending: ReadonlySet<string>;
  /** Why the last attempt failed, by session id. */
  readonly failures: ReadonlyMap<string, MeError>;
  /** Does not change from render to render. */
  readonly signOut: (session: Session) => void;
}

/** Signs out single sessions, several at a time if the person is quick; each is announced. */
export function useSignOut(userId: string): SignOut {
  const t = useText();
  const { mutateAsync } = useRevokeSession(userId);
  const pending = usePendingRevocations(userId);
  const [failures, setFailures] = useState<ReadonlyMap<string, MeError>>(new Map());
  /** Known at once, unlike `pending`: the second press of a double click comes before a render. */
  const started = useRef(new Set<string>());

  const attempt = useCallback(
    async (session: Session) => {
      const { id, current = false } = session;
      if (id === undefined || started.current.has(id)) return;
      started.current.add(id);
      setFailures((now) => new Map([...now].filter(([failed]) => failed !== id)));
      try {
        await mutateAsync({ id, current });
        if (!current) announce(t('sessions.signedOut', { device: sessionTitle(session, t) }));
      } catch (cause) {
        const error = cause instanceof MeError ? cause : new MeError({ code: 'BadAnswer', cause });
        setFailures((now) => new Map(now).set(id, error));
      } finally {
        started.current.delete(id);
      }
    },
    [mutateAsync, t],
  );
  const signOut = useCallback((session: Session) => void attempt(session), [attempt]);
  return { pending, failures, signOut };
}
