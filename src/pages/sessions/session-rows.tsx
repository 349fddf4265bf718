import { useEffect, useState, type ComponentType } from 'react';
import { RowList, type SessionRowsProps } from './row-list.tsx';
import type { WindowedRowsProps } from './windowed-rows.tsx';

/** Up to so many rows all are in the page, where the browser's own search finds them. */
const mostPlainRows = 100;

/** Pixels of one row, until some have been measured. */
const firstEstimate = 66;

interface Windowed {
  /** Missing when its code could not be fetched: then all rows are in the page. */
  readonly Rows: ComponentType<WindowedRowsProps> | undefined;
  readonly estimate: number;
}

/**
 * The list of devices; of long ones only what is in sight is in the page. What that takes is fetched
 * for those few people who have so many.
 */
export function SessionRows(props: SessionRowsProps) {
  const { keys, list, count } = props;
  const [windowed, setWindowed] = useState<Windowed>();
  const isLong = Math.max(keys.length, count ?? 0) > mostPlainRows;
  const Rows = keys.length > mostPlainRows ? windowed?.Rows : undefined;

  useEffect(() => {
    if (!isLong) return;
    let mounted = true;
    const show = (Component: Windowed['Rows']) => {
      const shown = list.current?.childElementCount ?? 0;
      const height = list.current?.getBoundingClientRect().height ?? 0;
      if (mounted) {
        setWindowed({
          Rows: Component,
          estimate: shown && height ? height / shown : firstEstimate,
        });
      }
    };
    void import('./windowed-rows.tsx')
      .then((module) => module.WindowedRows)
      .catch(() => undefined)
      .then(show);
    return () => {
      mounted = false;
    };
  }, [isLong, list]);

  if (Rows && windowed) return <Rows {...props} estimate={windowed.estimate} />;
  return <RowList {...props} rows={keys.map((_, index) => ({ index, gap: 0 }))} />;
}
