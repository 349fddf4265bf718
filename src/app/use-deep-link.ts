import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';

const focusable = 'input, textarea, select, button, a[href]';

/**
 * Links such as `/profile#username` scroll to the field and focus it, as soon as its card is there.
 * Whoever has begun to do something else is left alone.
 */
export function useDeepLink(): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    const id = decodeHash(hash);
    if (!id) return;
    const stop = () => {
      observer.disconnect();
      window.removeEventListener('pointerdown', stop);
      window.removeEventListener('keydown', stop);
    };
    const go = () => {
      const target = document.getElementById(id);
      if (!target) return;
      stop();
      target.scrollIntoView({ block: 'center' });
      const control = target.matches(focusable) ? target : target.querySelector(focusable);
      (control instanceof HTMLElement ? control : target).focus({ preventScroll: true });
    };
    const observer = new MutationObserver(go);
    observer.observe(document.body, { childList: true, subtree: true });
    window.addEventListener('pointerdown', stop);
    window.addEventListener('keydown', stop);
    go();
    return stop;
  }, [hash, key]);
}

function decodeHash(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}
