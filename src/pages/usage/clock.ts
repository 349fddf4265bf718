import type { Cycle } from './cycle.ts';

/** The time that everything on the page is about. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The person's, an IANA identifier. */
  readonly zone: string;
  readonly cycle: Cycle;
}
