import { useVirtualizer, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useMemo, useState, type RefObject } from 'react';
import { RowList, type SessionRowsProps } from './row-list.tsx';

/** Rows beyond either edge of the window, so that quick scrolling shows no gap. */
const overscan = 12;

/** Exact, because rounding would move the rows in sight with every one that leaves the page. */
const exactHeight = (element: Element) => element.getBoundingClientRect().height;

interface RowOptions {
  count: number;
  estimateSize: () => number;
  getItemKey: (index: number) => string | number;
  measureElement: (element: Element) => number;
  rangeExtractor: (range: Range) => number[];
}

/** The rows of a box, or of the window. */
function useRows(options: RowOptions, box: WindowedRowsProps['box'], top: number) {
  if (box) {
    // oxlint-disable-next-line react-hooks/rules-of-hooks, react/incompatible-library -- it is always the same of the two; the compiler is not in use here
    return useVirtualizer<HTMLElement, HTMLElement>({
      ...options,
      getScrollElement: () => box.current,
    });
  }
  // oxlint-disable-next-line react-hooks/rules-of-hooks, react/incompatible-library -- it is always the same of the two; the compiler is not in use here
  return useWindowVirtualizer<HTMLElement>({ ...options, scrollMargin: top });
}

export interface WindowedRowsProps extends SessionRowsProps {
  /** Pixels of a row that has not been measured yet. */
  estimate: number;
  /** What the rows scroll in; by default the window. Whether there is one never changes. */
  box: RefObject<HTMLElement | null> | undefined;
}

/** The rows in sight, a few beyond either edge, and what has the focus. */
export function WindowedRows({ estimate, box, ...props }: WindowedRowsProps) {
  const { keys, list, keptFocus } = props;
  const { focused, wanted } = keptFocus;
  const [top, setTop] = useState(0);
  // The rows are made anew to be windowed: the focus goes on in the row in which it was.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) wanted.current ??= focused.current;
  }, [wanted, focused]);
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
  const options = {
    count: keys.length,
    estimateSize: () => estimate,
    getItemKey: useCallback((index: number) => keys[index] ?? index, [keys]),
    measureElement: exactHeight,
    rangeExtractor,
  };
  const virtualizer = useRows(options, box, top);

  // What stands above the list may change.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- measures whatever was rendered; an equal number ends it
  useLayoutEffect(() => {
    // While rows pass by, asking for the layout after each render would cost as much as the render.
    if (box || virtualizer.isScrolling || !list.current) return;
    setTop(Math.round(list.current.getBoundingClientRect().top + window.scrollY));
  });

  const items = virtualizer.getVirtualItems();
  // The room before the first row is the list's own, not a margin that could move the list.
  let end = items[0]?.start ?? top;
  const before = end - top;
  const rows = items.map((item) => {
    const gap = item.start - end;
    end = item.end;
    return { index: item.index, gap };
  });
  return (
    <RowList
      {...props}
      rows={rows}
      windowed={{
        style: { height: virtualizer.getTotalSize(), paddingBlockStart: before },
        measure: virtualizer.measureElement,
      }}
    />
  );
}
