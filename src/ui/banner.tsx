import type { ReactNode } from 'react';
import type { Tone } from './badge.tsx';
import styles from './banner.module.css';

export interface BannerProps {
  tone: Tone;
  children: ReactNode;
  action?: ReactNode;
  /** `alert` interrupts a screen reader; `status` waits; none for what is simply there. */
  role?: 'alert' | 'status';
}

/** One line that concerns a page or card as a whole. */
export function Banner({ tone, children, action, role }: BannerProps) {
  return (
    <div className={`${styles['banner']} ${styles[tone]}`} role={role}>
      <div className={styles['text']}>{children}</div>
      {action}
    </div>
  );
}
