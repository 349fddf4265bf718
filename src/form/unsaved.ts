import { useEffect, useSyncExternalStore } from 'react';

interface UnsavedForm {
  /** A save is under way: it can no longer be taken back. */
  readonly saving: boolean;
  readonly discard: () => void;
}

/** The forms with unsaved changes. */
const unsaved = new Map<string, UnsavedForm>();
const listeners = new Set<() => void>();

function changed(): void {
  for (const listener of listeners) listener();
}

/** Calls `listener` whenever a form gets unsaved changes, or has them no longer; answers its end. */
export function subscribeUnsaved(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Registers a form while it has unsaved changes. `discard` drops them, draft included. */
export function useUnsaved(
  form: string,
  isDirty: boolean,
  saving: boolean,
  discard: () => void,
): void {
  useEffect(() => {
    if (!isDirty) return;
    unsaved.set(form, { saving, discard });
    changed();
    return () => {
      unsaved.delete(form);
      changed();
    };
  }, [form, isDirty, saving, discard]);
}

/** How many forms have unsaved changes now. */
export const countUnsaved = (): number => unsaved.size;

/** How many forms have unsaved changes. */
export const useUnsavedCount = (): number =>
  useSyncExternalStore(subscribeUnsaved, countUnsaved, () => 0);

/** Whether any of them is being saved. */
export const useSavingUnsaved = (): boolean =>
  useSyncExternalStore(
    subscribeUnsaved,
    () => [...unsaved.values()].some(({ saving }) => saving),
    () => false,
  );

/** Throws away the unsaved changes of every form on the page. */
export function discardUnsaved(): void {
  // Each takes itself out of the map on its next render, not while this runs.
  for (const { discard } of unsaved.values()) discard();
}
