import type { ReactNode } from 'react';
import styles from './badge.module.css';

export type Tone = 'accent' | 'success' | 'warning' | 'danger' | 'neutral';

/** A short word about a thing. Its colour only repeats what it says. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${styles['badge']} ${styles[tone]}`}>{children}</span>;
}
