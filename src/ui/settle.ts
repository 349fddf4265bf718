/** Milliseconds within which a second press follows the first. */
const moment = 600;

/**
 * Lets nothing in a place be pressed for a moment: what comes where a button was must not take the
 * second of two quick presses.
 */
export function settle(place: HTMLElement | null): void {
  if (!place) return;
  place.style.pointerEvents = 'none';
  setTimeout(() => {
    place.style.pointerEvents = '';
  }, moment);
}
