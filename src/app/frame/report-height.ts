import { ranges } from '../../embed/protocol.ts';

/**
 * Tells how high the page is, in whole pixels: with the next frame of animation after it changed,
 * and again when the frame becomes visible. While it is not, nothing has a height.
 */
export function reportHeight(element: HTMLElement, tell: (height: number) => void): void {
  let told: number | undefined;
  let pending = false;
  const measure = () => {
    pending = false;
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (height === 0 || height === told) return;
    told = height;
    tell(Math.min(height, ranges.height.max));
  };
  const soon = () => {
    if (pending) return;
    pending = true;
    requestAnimationFrame(measure);
  };
  new ResizeObserver(soon).observe(element);
  const again = () => {
    told = undefined;
    soon();
  };
  document.addEventListener('visibilitychange', again);
  new IntersectionObserver(([entry]) => entry?.isIntersecting && again()).observe(element);
}
