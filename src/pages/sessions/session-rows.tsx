import { useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Session } from '../../contract/session.ts';
import { SessionRow } from './session-row.tsx';
import styles from './sessions.module.css';
import type { KeptFocus } from './use-kept-focus.ts';
import { useWhen } from './use-when.ts';
import type { SignOut } from './use-sign-out.ts';

/** Up to so many rows all are in the page, where the browser's own search finds them. */
const mostPlainRows = 100;

/** Rows beyond either edge of the window, so that quick scrolling shows no gap. */
const overscan = 12;

/** Pixels of one row, until some have been measured. */
const firstEstimate = 66;

export interface SessionRowsProps {
  label: string;
  sessions: readonly Session[];
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

/** The list of devices; of long ones only what is in sight is in the page. */
export function SessionRows(props: SessionRowsProps) {
  const { label, sessions, keys, list, keptFocus, count, now, isNew, signOut, canSignOut } = props;
  const when = useWhen();
  const windowed = keys.length > mostPlainRows;
  const { rows, height, before, measure } = useWindowedRows(
    list,
    keys,
    keptFocus.focused,
    windowed,
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- watches its buttons' focus
    <ul
      ref={list}
      className={windowed ? `${styles['rows']} ${styles['windowed']}` : styles['rows']}
      style={windowed ? { height, paddingBlockStart: before } : undefined}
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
              ref={measure}
              data-key={keys[index]}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={count ?? -1}
              style={gap > 0 ? { marginBlockStart: gap } : undefined}
            >
              <SessionRow
                session={session}
                when={when(session.lastActive, now)}
                isNew={isNew(session)}
                pending={signOut.pending.has(id)}
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

interface PlacedRow {
  readonly index: number;
  /** Pixels left free above it for rows that are not in the page. */
  readonly gap: number;
}

/** Exact, because rounding would move the rows in sight with every one that leaves the page. */
const exactHeight = (element: Element) => element.getBoundingClientRect().height;

function useWindowedRows(
  list: RefObject<HTMLElement | null>,
  keys: readonly string[],
  focused: RefObject<string | undefined>,
  windowed: boolean,
) {
  const [top, setTop] = useState(0);
  const estimate = useRef(firstEstimate);
  const indexes = useMemo(() => new Map(keys.map((key, index) => [key, index])), [keys]);

  // What has the focus stays in the page however far it is scrolled away, and its neighbours with
  // it: Tab goes on from there.
  const rangeExtractor = useCallback(
    ({ startIndex, endIndex, count }: Range) => {
      const at = indexes.get(focused.current ?? '');
      const pinned = at === undefined ? [] : [at - 1, at, at + 1];
      const first = Math.max(0, startIndex - overscan);
      const last = Math.min(count - 1, endIndex + overscan);
      const shown = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
      const missing = pinned.filter((i) => i >= 0 && i < count && (i < first || i > last));
      return missing.length ? [...shown, ...missing].toSorted((a, b) => a - b) : shown;
    },
    [indexes, focused],
  );
  // oxlint-disable-next-line react/incompatible-library -- the compiler is not in use here
  const virtualizer = useWindowVirtualizer<HTMLElement>({
    count: keys.length,
    estimateSize: () => estimate.current,
    getItemKey: useCallback((index: number) => keys[index] ?? index, [keys]),
    measureElement: exactHeight,
    rangeExtractor,
    scrollMargin: top,
  });

  // What stands above the list may change; the rows of a short list tell how high the next ones are.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- measures whatever was rendered; an equal number ends it
  useLayoutEffect(() => {
    // While rows pass by, asking for the layout after each render would cost as much as the render.
    if (virtualizer.isScrolling || !list.current) return;
    const box = list.current.getBoundingClientRect();
    setTop(Math.round(box.top + window.scrollY));
    if (!windowed && box.height > 0) estimate.current = box.height / keys.length;
  });

  let rows: PlacedRow[];
  let before = 0;
  if (windowed) {
    const items = virtualizer.getVirtualItems();
    // The room before the first row is the list's own, not a margin that could move the list.
    let end = items[0]?.start ?? top;
    before = end - top;
    rows = items.map((item) => {
      const gap = item.start - end;
      end = item.end;
      return { index: item.index, gap };
    });
  } else {
    rows = keys.map((_, index) => ({ index, gap: 0 }));
  }
  return { rows, height: virtualizer.getTotalSize(), before, measure: virtualizer.measureElement };
}
