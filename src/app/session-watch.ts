import type { QueryClient } from '@tanstack/react-query';
import { ended } from '../data/session-end.ts';
import { hearTabs } from '../data/tabs.ts';
import { focusIfHere } from '../ui/framed.ts';

export { proveSession } from '../data/proof.ts';

/** Marks a place of which nothing is to be seen, by eye or screen reader. */
const mark = 'data-hidden';

/** Keeps the focus of a place while it is hidden, and gives it back. */
function keepFocus(place: Element, signal: AbortSignal): void {
  let focused: HTMLElement | undefined;
  const observer = new MutationObserver(() => {
    const { activeElement } = document;
    if (!place.hasAttribute(mark)) {
      if (activeElement === document.body) focusIfHere(focused, { preventScroll: true });
      focused = undefined;
    } else if (activeElement instanceof HTMLElement && place.contains(activeElement)) {
      focused = activeElement;
    }
  });
  observer.observe(place, { attributeFilter: [mark] });
  signal.addEventListener('abort', () => observer.disconnect());
  // What is hidden loses the focus without anybody having left it: nothing is to come of that.
  const keepBlur = (event: Event) => {
    if (event.target instanceof Element && event.target.closest(`[${mark}]`))
      event.stopImmediatePropagation();
  };
  for (const type of ['blur', 'focusout'])
    window.addEventListener(type, keepBlur, { capture: true, signal });
}

/**
 * What a guard of the session needs only once the page is there, until `signal` ends it: it hears of
 * other tabs, and keeps the focus of what it hides.
 */
export function watchSession(
  place: Element,
  queryClient: QueryClient,
  prove: () => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  keepFocus(place, signal);
  hearTabs(() => {
    if (!ended.get(queryClient)) prove();
  }, signal);
}
