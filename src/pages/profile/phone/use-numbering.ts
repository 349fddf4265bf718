import { useSyncExternalStore } from 'react';
import { loadArea } from '../../../i18n/catalogue.ts';
import type * as onIntent from './on-intent.ts';

type Numbering = typeof onIntent;

/** How far the numbering plans are: nobody asked, under way, here, or not to be had now. */
export type NumberingState = Numbering | 'unasked' | 'loading' | 'failed';

let state: NumberingState = 'unasked';
let loading: Promise<void> | undefined;
const listeners = new Set<() => void>();

function become(next: NumberingState): void {
  state = next;
  for (const listener of listeners) listener();
}

/** Fetches the plans, and the words that go with them, once; after a failure anew. Never rejects. */
export function loadNumbering(): Promise<void> {
  if (loading) return loading;
  become('loading');
  loading = Promise.all([import('./on-intent.ts'), loadArea('phone')]).then(
    ([numbering]) => become(numbering),
    () => {
      loading = undefined;
      become('failed');
    },
  );
  return loading;
}

/** The plans as far as they are here now. */
export const numberingState = (): NumberingState => state;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useNumberingState = (): NumberingState =>
  useSyncExternalStore(subscribe, numberingState, numberingState);

/** The plans, or undefined while they are not here. */
export function useNumbering(): Numbering | undefined {
  const now = useNumberingState();
  return typeof now === 'string' ? undefined : now;
}

/** Shows a stored number as people write it: as digits until the plans are here. */
export function useNumberText(): (stored: string) => string {
  const numbering = useNumbering();
  return numbering ? numbering.formatNumber : (stored) => stored;
}

/** A ref: numbers in the element are shown as people write them as soon as it comes into view. */
export function whenSeen(element: Element | null): (() => void) | undefined {
  if (!element) return undefined;
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      void loadNumbering();
    },
    { rootMargin: '200px' },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
