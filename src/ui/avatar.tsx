import { useState } from 'react';
import styles from './avatar.module.css';
import { initials } from './initials.ts';

export interface AvatarProps {
  /** Whose picture: its initials stand in until it loads and when it does not. */
  name: string;
  /** An address already checked to be `https:`. */
  src?: string | undefined;
  size: 'small' | 'large';
  /** Called with an address that does not load. */
  onBroken?: (src: string) => void;
}

/** A person's picture or initials; decoration, since the name always stands beside it. */
export function Avatar({ name, src, size, onBroken }: AvatarProps) {
  const [broken, setBroken] = useState<string>();
  const shown = src !== undefined && src !== broken;
  return (
    <span className={`${styles['avatar']} ${styles[size]}`} aria-hidden="true" translate="no">
      {shown ? (
        <img
          src={src}
          alt=""
          referrerPolicy="no-referrer"
          onError={() => {
            setBroken(src);
            onBroken?.(src);
          }}
        />
      ) : (
        <bdi>{initials(name)}</bdi>
      )}
    </span>
  );
}
