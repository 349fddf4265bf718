import { useEffect, useMemo, useState, type RefObject } from 'react';
import type { Session } from '../../contract/session.ts';
import { goneRows, steadyRows } from './steady-rows.ts';

export interface SteadyRows {
  readonly rows: readonly Session[];
  /** The ids of the rows that are signed out and still stand where they were. */
  readonly gone: ReadonlySet<string | undefined>;
}

/** A list that moves none of its rows while somebody has a hand on it. */
export function useSteadyRows(
  list: RefObject<HTMLElement | null>,
  sessions: readonly Session[],
): SteadyRows {
  const [state, setState] = useState({ sessions, rows: sessions });
  let { rows } = state;
  if (state.sessions !== sessions) {
    // Without ids nobody can tell which row is which.
    const known = [...state.rows, ...sessions].every(({ id }) => id !== undefined);
    rows = known ? steadyRows(state.rows, sessions) : sessions;
    setState({ sessions, rows });
  }
  const isBehind = rows !== sessions;
  useEffect(() => {
    if (!isBehind) return;
    let end: (() => void) | undefined;
    let isOver = false;
    // Without it the rows stay until the next visit.
    import('./wait-for-calm.ts').then(
      ({ waitForCalm }) => {
        if (!isOver) end = waitForCalm(list, () => setState({ sessions, rows: sessions }));
      },
      () => undefined,
    );
    return () => {
      isOver = true;
      end?.();
    };
  }, [isBehind, list, sessions]);
  return { rows, gone: useMemo(() => goneRows(rows, sessions), [rows, sessions]) };
}
