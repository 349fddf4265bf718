const key = 'account-settings:session-ended';

/**
 * Tells the other tabs of this origin that the session has ended here on purpose. It says when, not
 * whose: who is signed in is for the backend to say.
 */
export function tellTabs(): void {
  try {
    localStorage.setItem(key, String(Date.now()));
  } catch {
    // Storage is blocked: they notice when they are looked at next.
  }
}

/** When that was last told, in milliseconds since 1970. */
export function lastTold(): number {
  try {
    return Number(localStorage.getItem(key));
  } catch {
    return 0;
  }
}

/** Calls `listener` when it is told in another tab, until `signal` ends it. */
export function hearTabs(listener: () => void, signal: AbortSignal): void {
  window.addEventListener('storage', (event) => event.key === key && listener(), { signal });
}
