import { useEffect, useSyncExternalStore } from 'react';

/** The forms with unsaved changes, and how to throw those away. */
const dirty = new Map<string, () => void>();
const listeners = new Set<() => void>();

function changed(): void {
  for (const listener of listeners) listener();
}

/** Registers a form while it has unsaved changes. `discard` drops them, draft included. */
export function useUnsaved(form: string, isDirty: boolean, discard: () => void): void {
  useEffect(() => {
    if (!isDirty) return;
    dirty.set(form, discard);
    changed();
    return () => {
      dirty.delete(form);
      changed();
    };
  }, [form, isDirty, discard]);
}

/** How many forms have unsaved changes. */
export function useUnsavedCount(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => dirty.size,
  );
}

/** Throws away the unsaved changes of every form on the page. */
export function discardUnsaved(): void {
  // Each takes itself out of the map on its next render, not while this runs.
  for (const discard of dirty.values()) discard();
}
