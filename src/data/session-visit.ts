const keyOf = (userId: string) => `account-settings:sessions-seen:${userId}`;

/** When the person last saw their sessions on this device, in milliseconds since 1970. */
export function readSessionVisit(userId: string): number | undefined {
  try {
    const stored = Number(localStorage.getItem(keyOf(userId)) ?? Number.NaN);
    return Number.isFinite(stored) ? stored : undefined;
  } catch {
    // Storage is blocked: nothing is ever marked as new.
    return undefined;
  }
}

export function writeSessionVisit(userId: string, instant: number): void {
  try {
    localStorage.setItem(keyOf(userId), String(instant));
  } catch {
    // Storage is blocked: the next visit marks what it would mark now.
  }
}

/** Forgets the visit: with the account goes what this device remembers of it. */
export function dropSessionVisit(userId: string): void {
  try {
    localStorage.removeItem(keyOf(userId));
  } catch {
    // Blocked storage remembers nothing.
  }
}
