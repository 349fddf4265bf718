import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react';

export interface KeptFocus {
  /** The key of the row that has the focus, or had it last. */
  readonly focused: RefObject<string | undefined>;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
  /** The focused control goes when more rows come: the first of those shall have the focus. */
  readonly awaitMore: () => void;
}

const rowOf = (node: EventTarget | null): HTMLElement | null =>
  node instanceof Element ? node.closest<HTMLElement>('[data-key]') : null;

/**
 * Keeps the focus in a list whose rows vanish: it moves to the button of the row that took the place
 * of the one that had it, else of the one before, else to `fallback`.
 *
 * @param keys of all rows, in order; rows carry theirs as `data-key`, and `data-index`
 */
export function useKeptFocus(
  list: RefObject<HTMLElement | null>,
  keys: readonly string[],
  fallback: RefObject<HTMLElement | null>,
): KeptFocus {
  const focused = useRef<string>(undefined);
  const former = useRef(keys);
  const awaited = useRef<number>(undefined);

  useLayoutEffect(() => {
    const before = former.current;
    former.current = keys;
    if (before === keys) return;
    const focusRow = (...indexes: number[]) => {
      // The person has gone on to something else.
      if (document.activeElement !== document.body) return;
      const button = indexes
        .map((at) => list.current?.querySelector<HTMLElement>(`[data-index="${at}"] button`))
        .find(Boolean);
      (button ?? fallback.current)?.focus();
    };
    if (awaited.current !== undefined && keys.length > awaited.current) {
      focusRow(awaited.current);
      awaited.current = undefined;
    }
    const key = focused.current;
    if (key === undefined || keys.includes(key)) return;
    focused.current = undefined;
    const index = before.indexOf(key);
    focusRow(index, index - 1);
  }, [keys, list, fallback]);

  return {
    focused,
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
