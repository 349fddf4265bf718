import type { Account } from './account.ts';
import type { Profile } from './options.ts';
import type { Capabilities, MeClient } from '../client/me-client.ts';
import type { RawAnswer, RawCall } from './send.ts';
import type { Exchange } from './recorder.ts';

/** What checks work with. */
export interface Kit {
  readonly profile: Profile;
  /** What the profile promises: only that is checked. */
  readonly can: Capabilities;
  readonly mayWrite: boolean;
  readonly mayDestroy: boolean;
  /** Signed in with `--token`. */
  readonly client: MeClient;
  /** Signed in with `--second-token`, the same person. */
  readonly second: MeClient | undefined;
  /** The account, as it was and as it is to be again. */
  readonly account: Account;
  /** A client with another token, or none. */
  as(token: string | undefined): MeClient;
  /** A call with `--token` that no client makes. */
  send(path: string, call?: RawCall): Promise<RawAnswer>;
  /** The last exchange with the backend. */
  last(): Exchange | undefined;
  /** Every answer of the run so far, those to preflights aside. */
  answers(): readonly NonNullable<Exchange['answer']>[];
}

/** One rule that the backend must keep. */
export interface Check {
  /** The capability or trait it belongs to, as the table names it. */
  readonly capability: string;
  /** A sentence, and where it is written. */
  readonly rule: string;
  /** `write` needs `--write`, `destroy` needs `--throwaway`; `read` never changes anything. */
  readonly permission: 'read' | 'write' | 'destroy';
  readonly needsSecondToken?: true;
  /** Capabilities without which the check would say nothing. */
  readonly after?: readonly string[];
  /** @throws Fault, Missing, NotTried, or the client's MeError */
  run(kit: Kit): Promise<void>;
}
