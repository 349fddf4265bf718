import { onVisiblePart, type VisiblePart } from './framed.ts';

/** Pixels between a dialog and the edge of what can be seen. */
const margin = 8;

/** The least height in pixels, where the dialog has that much to show: less could not be used. */
const least = 320;

const clamp = (value: number, from: number, to: number) => Math.max(from, Math.min(value, to));

/** Puts an open dialog into the middle of the visible part. */
function place(dialog: HTMLElement, { top, height }: VisiblePart): void {
  const { style } = dialog;
  const room = window.innerHeight;
  style.maxHeight = `${room - 2 * margin}px`;
  const natural = dialog.offsetHeight;
  const shown = Math.min(natural, Math.max(height - 2 * margin, Math.min(natural, least)));
  const start = clamp(top + (height - shown) / 2, margin, Math.max(margin, room - margin - shown));
  style.setProperty('--dialog-top', `${start}px`);
  // What it grows by later goes downward, and then scrolls inside.
  style.maxHeight = `${Math.max(shown, top + height - margin - start)}px`;
}

/**
 * Shows a dialog in a frame, where the middle of the window may be far from what can be seen of it.
 * It is placed before it is painted and then stays, whatever the page around does; only another
 * width of the window (a turned phone) places it anew.
 *
 * @returns ends it
 */
export function openInSight(dialog: HTMLElement, show: () => void): () => void {
  let width: number | undefined;
  const onPart = (part: VisiblePart) => {
    if (width === undefined) {
      // Showing it moves the focus into it, which must not scroll the page around elsewhere.
      dialog.style.setProperty('--dialog-top', `${part.top + margin}px`);
      show();
    }
    width = window.innerWidth;
    place(dialog, part);
    // More of it may be needed than can be seen.
    dialog.scrollIntoView({ block: 'nearest' });
  };
  dialog.dataset['framed'] = '';
  let end = onVisiblePart(onPart);
  const onResize = () => {
    if (width === undefined || width === window.innerWidth) return;
    end();
    end = onVisiblePart(onPart);
  };
  window.addEventListener('resize', onResize);
  return () => {
    end();
    window.removeEventListener('resize', onResize);
  };
}
