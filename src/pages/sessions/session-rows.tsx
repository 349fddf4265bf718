import { useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react';
import { isFramed } from '../../ui/framed.ts';
import { RowList, type SessionRowsProps } from './row-list.tsx';
import styles from './sessions.module.css';
import type { WindowedRowsProps } from './windowed-rows.tsx';

/** Up to so many rows all are in the page, where the browser's own search finds them. */
const mostPlainRows = 100;

/** A frame is as high as its content and does not scroll: there long lists scroll in a box of their own. */
const boxed = isFramed();

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
export function SessionRows({
  children,
  ...props
}: SessionRowsProps & {
  /** What stands at the end of the list. */
  children?: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
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

  const rows =
    Rows && windowed ? (
      <Rows {...props} box={boxed ? box : undefined} estimate={windowed.estimate} />
    ) : (
      <RowList {...props} rows={keys.map((_, index) => ({ index, gap: 0 }))} />
    );
  return boxed && isLong ? (
    <div ref={box} className={styles['box']}>
      {rows}
      {children}
    </div>
  ) : (
    <>
      {rows}
      {children}
    </>
  );
}
