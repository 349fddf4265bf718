/**
 * Whether the page stands in a frame of somebody else's page. There the window is as high as its
 * content and never scrolls: what can be seen of it is for the page around to say.
 */
export const isFramed = (): boolean => typeof window !== 'undefined' && window.parent !== window;

const moves = ['wheel', 'touchmove', 'keydown', 'focusin', 'resize'] as const;

/**
 * Tells where, in the window, the part of it lies that can be seen, now and whenever that may have
 * changed. An observer knows it across origins, whatever scrolls or clips the frame outside.
 *
 * @returns ends it
 */
export function followVisiblePart(
  tell: (part: { readonly top: number; readonly height: number }) => void,
): () => void {
  let observer: IntersectionObserver | undefined;
  const look = () => {
    observer?.disconnect();
    observer = new IntersectionObserver(([entry], once) => {
      once.disconnect();
      const { top, height } = entry?.intersectionRect ?? { top: 0, height: 0 };
      if (height > 0) tell({ top, height });
    });
    observer.observe(document.documentElement);
  };
  look();
  for (const move of moves) window.addEventListener(move, look, { capture: true, passive: true });
  return () => {
    observer?.disconnect();
    for (const move of moves) window.removeEventListener(move, look, { capture: true });
  };
}
