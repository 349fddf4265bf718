import { useState } from 'react';
import styles from './avatar.module.css';

export interface AvatarProps {
  /** Whose picture: its initials stand in until it loads and when it does not. */
  name: string;
  /** An address already checked to be `https:`. */
  src?: string | undefined;
  size: 'small' | 'large';
}

const initials = (name: string): string => {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('');
};

/** A person's picture or initials; decoration, since the name always stands beside it. */
export function Avatar({ name, src, size }: AvatarProps) {
  const [broken, setBroken] = useState<string>();
  const shown = src !== undefined && src !== broken;
  return (
    <span className={`${styles['avatar']} ${styles[size]}`} aria-hidden="true" translate="no">
      {shown ? (
        <img src={src} alt="" referrerPolicy="no-referrer" onError={() => setBroken(src)} />
      ) : (
        initials(name)
      )}
    </span>
  );
}
