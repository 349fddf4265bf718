import type { CSSProperties } from 'react';
import styles from './skeleton.module.css';

export interface SkeletonCardProps {
  /** Spoken once, for those who do not see the grey bars. */
  label: string;
  /** Height of the body in rem: that of what comes, so that nothing jumps. */
  height: number;
  /** The same on a phone. */
  narrowHeight?: number;
  footer?: boolean;
}

/** A card that has not got its data yet. */
export function SkeletonCard(props: SkeletonCardProps) {
  const { label, height, narrowHeight = height, footer = false } = props;
  const sizes = { '--height': `${height}rem`, '--narrow-height': `${narrowHeight}rem` };
  return (
    <div className={styles['card']} role="status" aria-label={label}>
      <div className={styles['body']} style={sizes as CSSProperties}>
        <span className={styles['bar']} />
        <span className={`${styles['bar']} ${styles['long']}`} />
        <span className={`${styles['bar']} ${styles['block']}`} />
      </div>
      {footer && <div className={styles['footer']} />}
    </div>
  );
}
