import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react';
import { settle } from '../../ui/settle.ts';

export interface KeptFocus {
  /** The key of the row that has the focus, or had it last. */
  readonly focused: RefObject<string | undefined>;
  /** The key of a row that shall have the focus once it is in the page. */
  readonly wanted: RefObject<string | undefined>;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
  /** The focused control goes when more rows come: the first of those shall have the focus. */
  readonly awaitMore: () => void;
}

const rowOf = (node: EventTarget | null): HTMLElement | null =>
  node instanceof Element ? node.closest<HTMLElement>('[data-key]') : null;

/**
 * Keeps the focus in a list whose buttons and rows vanish: it stays in the row that lost its button,
 * and moves to the row that took the place of one that is gone, else to the one before, else to
 * `fallback`. It goes to rows, not to their buttons, which the next press of a held key would press.
 *
 * @param keys of all rows, in order; rows carry theirs as `data-key`, and `data-index`
 * @param gone keys of the rows that have lost their button
 */
export function useKeptFocus(
  list: RefObject<HTMLElement | null>,
  keys: readonly string[],
  gone: ReadonlySet<string | undefined>,
  fallback: RefObject<HTMLElement | null>,
): KeptFocus {
  const focused = useRef<string>(undefined);
  const wanted = useRef<string>(undefined);
  const former = useRef(keys);
  const awaited = useRef<number>(undefined);

  useLayoutEffect(() => {
    const before = former.current;
    former.current = keys;
    if (before === keys) return;
    // The person may have gone on to something else.
    const isFree = () => document.activeElement === document.body;
    const rowAt = (at: number) => list.current?.querySelector<HTMLElement>(`[data-index="${at}"]`);
    if (awaited.current !== undefined && keys.length > awaited.current) {
      settle(list.current);
      const row = rowAt(awaited.current);
      if (row && isFree()) row.focus();
      // A windowed list puts the row in as soon as it is the one to have the focus.
      else if (!row) wanted.current = focused.current = keys[awaited.current];
      awaited.current = undefined;
      return;
    }
    const key = focused.current;
    if (key === undefined || keys.includes(key)) return;
    focused.current = undefined;
    const index = before.indexOf(key);
    if (isFree()) (rowAt(index) ?? rowAt(index - 1) ?? fallback.current)?.focus();
  }, [keys, list, fallback]);

  // The button that was pressed is gone, its row is not.
  useLayoutEffect(() => {
    const key = focused.current;
    if (key === undefined || !gone.has(key) || document.activeElement !== document.body) return;
    list.current
      ?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
      ?.focus({ preventScroll: true });
  }, [gone, list]);

  return {
    focused,
    wanted,
    onFocus: (event) => {
      focused.current = rowOf(event.target)?.dataset['key'];
    },
    onBlur: (event) => {
      if (event.relatedTarget && !rowOf(event.relatedTarget)) focused.current = undefined;
    },
    awaitMore: () => {
      awaited.current = keys.length;
    },
  };
}
