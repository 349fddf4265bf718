/**
 * Says things to screen readers that have no place on the page ("Signed out Firefox on Ubuntu").
 * The two live regions exist before anything is said, because regions born with text stay silent.
 */
const regions = new Map<string, HTMLElement>();

function region(politeness: 'polite' | 'assertive'): HTMLElement {
  const known = regions.get(politeness);
  if (known?.isConnected) return known;
  const element = document.createElement('div');
  element.className = 'as-visually-hidden';
  element.setAttribute('role', politeness === 'polite' ? 'status' : 'alert');
  element.setAttribute('aria-live', politeness);
  document.body.append(element);
  regions.set(politeness, element);
  return element;
}

/** Creates the live regions; call once at start. */
export function prepareAnnouncer(): void {
  region('polite');
  region('assertive');
}

/** Takes back what was said: it may be of somebody who is no longer there. */
export function silence(): void {
  for (const element of regions.values()) element.textContent = '';
}

/** Says `text` once. A no-break space makes a repeat of the same words a change, hence spoken. */
export function announce(text: string, politeness: 'polite' | 'assertive' = 'polite'): void {
  const element = region(politeness);
  element.textContent = element.textContent === text ? `${text}\u00a0` : text;
}
