import type { RefObject } from 'react';

/** Milliseconds without a hand on the page, after which its rows may move. */
const pause = 6000;

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll', 'focusin'] as const;

/**
 * Calls back once nobody has touched the page for a while, no pointer rests on the place, and the
 * keyboard is not at work in it.
 *
 * @returns ends the wait
 */
export function waitForCalm(place: RefObject<HTMLElement | null>, then: () => void): () => void {
  const ended = new AbortController();
  let isOver = place.current?.matches(':hover') ?? false;
  let timer: ReturnType<typeof setTimeout>;
  const isHeld = () => isOver || Boolean(place.current?.querySelector(':focus-visible'));
  const start = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (isHeld() ? start() : then()), pause);
  };
  const options = { capture: true, passive: true, signal: ended.signal } as const;
  for (const sign of signs) window.addEventListener(sign, start, options);
  window.addEventListener(
    'pointermove',
    ({ target }) => {
      isOver = target instanceof Node && Boolean(place.current?.contains(target));
    },
    options,
  );
  // A finger that is lifted rests on nothing, and neither does a mouse that left the window.
  const leave = () => {
    isOver = false;
  };
  document.documentElement.addEventListener('pointerleave', leave, { signal: ended.signal });
  window.addEventListener(
    'pointerup',
    ({ pointerType }) => pointerType === 'touch' && leave(),
    options,
  );
  start();
  return () => {
    clearTimeout(timer);
    ended.abort();
  };
}
