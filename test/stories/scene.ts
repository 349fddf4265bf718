import type { Operation } from '../../src/client/guarded.ts';
import type { MemoryBackend, MemoryOptions } from '../../src/client/memory-backend.ts';
import type { PageConfig } from '../../src/contract/page-config.ts';
import type { PageName } from '../../src/contract/page-names.ts';
import type { Place } from '../../src/app/place.tsx';
import type { Recorded } from './recorded.ts';

/** The server as a story finds it: its account, and how it answers. */
export interface Server extends Omit<MemoryOptions, 'intercept' | 'all'> {
  /**
   * Runs before every call, with the account as it is then: throw a `MeError` to refuse it, wait to
   * delay it, change the account as another device would.
   */
  readonly before?: (operation: Operation, memory: MemoryBackend) => void | Promise<void>;
  /** A backend's recorded answers instead, whatever the toolbar says. */
  readonly recorded?: Recorded;
}

/** What stands around a story's component. */
export interface Scene {
  readonly server?: Server;
  /** Shows this page of the whole app; without it the story's component has the account around it. */
  readonly page?: `/${PageName}` | `/${string}`;
  readonly place?: Place;
  readonly settings?: PageConfig;
  readonly offline?: boolean;
}

/** The parameters of a story with an account around it. */
export const scene = (given: Scene): { parameters: { scene: Scene } } => ({
  parameters: { scene: given },
});

/** The same with the server alone. */
export const server = (given: Server): { parameters: { scene: Scene } } => scene({ server: given });
