import { useEffect, type RefObject } from 'react';
import { useLocation } from 'react-router-dom';

/** What a person does who goes on by themselves: from then on nothing is scrolled for them. */
const acts = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/**
 * Links such as `/profile#username` bring the field into sight, label and all, and focus it, as soon
 * as its card is there; `/profile#region` does the same with a card. A name that nothing on the page
 * has does nothing.
 */
export function useDeepLink(page: RefObject<HTMLElement | null>): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    if (!hash) return;
    const ended = new AbortController();
    const stop = () => ended.abort();
    const { signal } = ended;
    for (const act of acts) {
      window.addEventListener(act, stop, { capture: true, passive: true, signal });
    }
    // For the few who come by such a link.
    import('./follow-deep-link.ts').then(
      ({ followDeepLink }) => page.current && followDeepLink(hash, page.current, ended),
      stop,
    );
    return stop;
  }, [hash, key, page]);
}
