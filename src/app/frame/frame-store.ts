import { useSyncExternalStore } from 'react';
import type { FrameState, FrameUpdate } from '../../embed/protocol.ts';

/** What the host says now, and whether the frame is still for the person it began with. */
export interface Framed {
  readonly state: FrameState;
  /** The host's token is somebody else's now: nothing of the account may be left. */
  readonly changed: boolean;
}

export interface FrameStore {
  readonly get: () => Framed;
  readonly update: (update: FrameUpdate) => void;
  readonly change: () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createFrameStore(state: FrameState): FrameStore {
  let now: Framed = { state, changed: false };
  const listeners = new Set<() => void>();
  const set = (next: Framed) => {
    now = next;
    for (const listener of listeners) listener();
  };
  return {
    get: () => now,
    update: (update) => set({ ...now, state: { ...now.state, ...update } }),
    change: () => set({ ...now, changed: true }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const useFramed = ({ subscribe, get }: FrameStore): Framed =>
  useSyncExternalStore(subscribe, get);
