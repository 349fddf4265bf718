import type { Session } from '../contract/session.ts';
import type { User } from '../contract/user.ts';
import type { LowerCapabilities } from './lowered.ts';
import type { Operation } from './guarded.ts';
import type { Capabilities, MeClient } from './me-client.ts';
import type { MemorySeed } from './memory-seed.ts';

export interface MemoryRequest {
  readonly operation: Operation;
  readonly args: readonly unknown[];
}

/** The account itself; a test may change it at any time, as another device would. */
export interface MemoryState {
  user: User;
  preferences: MemorySeed['preferences'];
  usage: MemorySeed['usage'];
  sessions: Session[];
  spending: MemorySeed['spending'];
  /** Usernames of other people. */
  takenUsernames: string[];
  signedIn: boolean;
}

export interface MemoryOptions {
  /** The account to start with: `adaSeed` by default, or `bareSeed`. */
  readonly seed?: (now: number) => MemorySeed;
  readonly user?: Partial<User>;
  readonly preferences?: Partial<MemorySeed['preferences']>;
  readonly usage?: Partial<MemorySeed['usage']>;
  readonly sessions?: readonly Session[];
  readonly spending?: MemorySeed['spending'];
  readonly takenUsernames?: readonly string[];
  /** What this backend can do: everything by default, or what another backend can. */
  readonly all?: Capabilities;
  /** What it cannot do of that. */
  readonly can?: LowerCapabilities;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Runs before every operation: throw a `MeError` to refuse it, wait to delay it. */
  readonly intercept?: (operation: Operation, args: readonly unknown[]) => void | Promise<void>;
}

export interface MemoryBackend {
  readonly client: MeClient;
  readonly state: MemoryState;
  /** Every call so far that a backend of these capabilities receives, refused ones included. */
  readonly requests: MemoryRequest[];
  /** Signs in again after a deletion or after this device was signed out. */
  signIn(): void;
}
