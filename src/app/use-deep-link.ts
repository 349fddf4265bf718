import { useEffect, type RefObject } from 'react';
import { useLocation } from 'react-router-dom';
import { labelId } from '../ui/field.tsx';

const focusable = 'input, textarea, select, button, a[href]';

/** What a person does who goes on by themselves: from then on nothing is scrolled for them. */
const acts = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/** Milliseconds in which what loads above the place may push it away, and it is brought back. */
const settling = 3000;

/**
 * Links such as `/profile#username` bring the field into sight, label and all, and focus it, as soon
 * as its card is there; `/profile#region` does the same with a card. A name that nothing on the page
 * has does nothing.
 */
export function useDeepLink(page: RefObject<HTMLElement | null>): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    const name = decodeHash(hash);
    if (!name) return;
    const ended = new AbortController();
    const stop = () => ended.abort();
    for (const act of acts) {
      window.addEventListener(act, stop, { capture: true, passive: true, signal: ended.signal });
    }
    const find = () => {
      const target = page.current?.querySelector<HTMLElement>(`#${CSS.escape(name)}`);
      if (!target) return;
      added.disconnect();
      const area = document.getElementById(labelId(name))?.parentElement ?? target;
      bringIntoSight(area);
      focusIn(target);
      const moved = new ResizeObserver(() => bringIntoSight(area));
      moved.observe(document.body);
      ended.signal.addEventListener('abort', () => moved.disconnect());
      setTimeout(stop, settling);
    };
    const added = new MutationObserver(find);
    ended.signal.addEventListener('abort', () => added.disconnect());
    added.observe(document.body, { childList: true, subtree: true });
    find();
    return stop;
  }, [hash, key, page]);
}

function decodeHash(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}

/** Scrolls only as far as needed; of what is higher than the window the beginning counts. */
function bringIntoSight(area: HTMLElement): void {
  const { top, bottom, height } = area.getBoundingClientRect();
  if (top >= 0 && bottom <= window.innerHeight) return;
  area.scrollIntoView({ block: height > window.innerHeight ? 'start' : 'center' });
}

/** Focuses a field, or the chosen one of several; of a card its title, which does nothing if pressed. */
function focusIn(target: HTMLElement): void {
  const inside =
    target.tagName === 'SECTION'
      ? target.querySelector<HTMLElement>('h2')
      : (target.querySelector<HTMLElement>('input:checked') ??
        target.querySelector<HTMLElement>(focusable));
  const place = target.matches(focusable) ? target : (inside ?? target);
  if (!place.matches(focusable)) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}
