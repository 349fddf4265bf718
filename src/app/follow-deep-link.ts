import { labelId } from '../ui/field.tsx';

const focusable = 'input, textarea, select, button, a[href]';

/** Milliseconds in which what loads above the place may push it away, and it is brought back. */
const settling = 3000;

/** Waits for the place that a hash names, shows it and focuses it, until `ended`. */
export function followDeepLink(hash: string, page: HTMLElement, ended: AbortController): void {
  const name = decodeHash(hash);
  if (!name || ended.signal.aborted) return;
  const find = () => {
    const target = page.querySelector<HTMLElement>(`#${CSS.escape(name)}`);
    if (!target) return;
    added.disconnect();
    const area = document.getElementById(labelId(name))?.parentElement ?? target;
    bringIntoSight(area);
    focusIn(target);
    const moved = new ResizeObserver(() => bringIntoSight(area));
    moved.observe(document.body);
    ended.signal.addEventListener('abort', () => moved.disconnect());
    setTimeout(() => ended.abort(), settling);
  };
  const added = new MutationObserver(find);
  ended.signal.addEventListener('abort', () => added.disconnect());
  added.observe(document.body, { childList: true, subtree: true });
  find();
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
