/** What who runs the kit wants to be told, and how to end it. */
export interface Watch {
  /** Before each check: which it is, from 1, of how many. */
  readonly progress?: (at: number, of: number, capability: string) => void;
  /** Before a wait that a backend asks for while the account is put back. */
  readonly waits?: (seconds: number) => void;
  /** Where the account as it was is written down; undefined when nobody needs that any more. */
  readonly kept?: (path: string | undefined) => void;
  /** Ends the run after what is under way; the account is restored first. */
  readonly stop?: AbortSignal | undefined;
}
