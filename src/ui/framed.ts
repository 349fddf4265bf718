/**
 * Whether the page stands in a frame of somebody else's page. There the window is as high as its
 * content and never scrolls: what can be seen of it is for the page around to say.
 */
export const isFramed = (): boolean => typeof window !== 'undefined' && window.parent !== window;

/** Focuses, but takes no focus from the page around a frame. */
export function focusIfHere(element: HTMLElement | null | undefined, how?: FocusOptions): void {
  if (!isFramed() || document.hasFocus()) element?.focus(how);
}

/** The part of a frame's window that can be seen, in pixels of that window. */
export interface VisiblePart {
  readonly top: number;
  readonly height: number;
}

/**
 * Tells once which part of the window can be seen, as soon as any of it can. An observer knows it
 * across origins, whatever scrolls or clips the frame outside. Its answer comes with the next frame
 * of animation: what opens in a frame waits for it, because a thing that moves after it has opened
 * is missed by the press that follows.
 *
 * @returns ends it
 */
export function onVisiblePart(tell: (part: VisiblePart) => void): () => void {
  const observer = new IntersectionObserver(([entry]) => {
    const { top, height } = entry?.intersectionRect ?? { top: 0, height: 0 };
    if (height === 0) return;
    observer.disconnect();
    tell({ top, height });
  });
  observer.observe(document.documentElement);
  return () => observer.disconnect();
}
