import { useLayoutEffect, type CSSProperties, type RefObject } from 'react';
import type { Session } from '../../contract/session.ts';
import { SessionRow } from './session-row.tsx';
import styles from './sessions.module.css';
import type { KeptFocus } from './use-kept-focus.ts';
import type { SignOut } from './use-sign-out.ts';
import { useWhen } from './use-when.ts';

export interface SessionRowsProps {
  label: string;
  sessions: readonly Session[];
  /** The ids of those that are signed out and still stand here. */
  gone: ReadonlySet<string | undefined>;
  /** One per session, in the same order. */
  keys: readonly string[];
  list: RefObject<HTMLUListElement | null>;
  keptFocus: KeptFocus;
  /** How many there are in all, those not yet read included, when that is known. */
  count: number | undefined;
  /** Milliseconds since 1970. */
  now: number;
  isNew: (session: Session) => boolean;
  signOut: SignOut;
  /** Whether rows have a Sign out. */
  canSignOut: boolean;
}

export interface PlacedRow {
  readonly index: number;
  /** Pixels left free above it for rows that are not in the page. */
  readonly gap: number;
}

export interface RowListProps extends SessionRowsProps {
  rows: readonly PlacedRow[];
  /** Only some of the rows are in the page: the room of all of them, and who measures each. */
  windowed?: { readonly style: CSSProperties; readonly measure: (row: HTMLElement | null) => void };
}

/** Rows of devices as a list that says how long it is, whatever part of it is in the page. */
export function RowList(props: RowListProps) {
  const { label, sessions, gone, keys, list, keptFocus, count, now, rows, windowed } = props;
  const { isNew, signOut, canSignOut } = props;
  const when = useWhen();
  const { wanted } = keptFocus;
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- looks at whatever was rendered
  useLayoutEffect(() => {
    const key = wanted.current && `[data-key="${CSS.escape(wanted.current)}"]`;
    const row = key && list.current?.querySelector<HTMLElement>(key);
    if (!row) return;
    wanted.current = undefined;
    if (document.activeElement === document.body) row.focus({ preventScroll: true });
  });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- watches its buttons' focus
    <ul
      ref={list}
      className={windowed ? `${styles['rows']} ${styles['windowed']}` : styles['rows']}
      style={windowed?.style}
      aria-label={label}
      onFocus={keptFocus.onFocus}
      onBlur={keptFocus.onBlur}
    >
      {rows.map(({ index, gap }) => {
        const session = sessions[index];
        const id = session?.id ?? '';
        return (
          session && (
            <li
              key={keys[index]}
              ref={windowed?.measure}
              data-key={keys[index]}
              data-index={index}
              // Has the focus when its button goes: another button would take the next press.
              tabIndex={-1}
              aria-posinset={index + 1}
              aria-setsize={count ?? -1}
              style={gap > 0 ? { marginBlockStart: gap } : undefined}
            >
              <SessionRow
                session={session}
                when={when(session.lastActive, now)}
                isNew={isNew(session)}
                pending={signOut.pending.has(id)}
                done={gone.has(session.id)}
                error={signOut.failures.get(id)}
                onSignOut={canSignOut ? signOut.signOut : undefined}
              />
            </li>
          )
        );
      })}
    </ul>
  );
}
