import { useRef } from 'react';
import { newIntent } from '../client/intent.ts';
import { MeError } from '../client/me-error.ts';

/** Whether a failure leaves open if the write took effect (a lost or unreadable answer). */
const undecided = (error: Error): boolean =>
  error instanceof MeError && (error.transient || error.code === 'BadAnswer');

/**
 * Runs one write at a time under the key of the person's intent. A repeat after a failure that
 * decided nothing carries the same key, so that both take effect once; an answer, good or bad, ends
 * the intent. While one is under way a further call (double click) does nothing and answers null.
 */
export function useIntent(): <T>(write: (intent: string) => Promise<T>) => Promise<T | null> {
  const key = useRef<string>(undefined);
  const busy = useRef(false);
  return async (write) => {
    if (busy.current) return null;
    busy.current = true;
    key.current ??= newIntent();
    try {
      const answer = await write(key.current);
      key.current = undefined;
      return answer;
    } catch (error) {
      if (!undecided(error as Error)) key.current = undefined;
      throw error;
    } finally {
      busy.current = false;
    }
  };
}
