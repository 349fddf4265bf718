import { setTimeout as sleep } from 'node:timers/promises';
import type { MeClient } from '../client/me-client.ts';
import { MeError } from '../client/me-error.ts';

/** Seconds that are waited at most, whatever `Retry-After` asks for. */
const longest = 60;

/** How often a call is repeated that puts something back. */
const mostRepeats = 5;

/** What a timer can count, in milliseconds. */
const longestTimer = 2 ** 31 - 1;

type Wait = (seconds: number) => Promise<unknown>;

/** Waits as `Retry-After` says and asks once more; not again once that was in vain. */
export class Patience {
  private isSpent = false;
  private isEnduring = false;

  /**
   * @param wait that many seconds
   * @param endure the same, whoever stops the run meanwhile
   */
  constructor(
    private readonly wait: Wait,
    private readonly endure: Wait,
  ) {}

  /** From now on waits as long as it is asked to: what is to come puts the account back. */
  lengthen(): void {
    this.isEnduring = true;
    this.isSpent = false;
  }

  /** @throws whatever `call` throws */
  async with<T>(call: () => Promise<T>): Promise<T> {
    for (let repeats = 0; ; repeats += 1) {
      try {
        return await call();
      } catch (error) {
        const seconds = error instanceof MeError ? error.retryAfter : undefined;
        if (seconds === undefined || this.isSpent) throw error;
        this.isSpent = repeats === (this.isEnduring ? mostRepeats : 1);
        const isTooLong = seconds > longest && !this.isEnduring;
        if (this.isSpent || isTooLong) throw error;
        await (this.isEnduring ? this.endure : this.wait)(seconds);
      }
    }
  }
}

/** Waits, but not longer than until `stop`. */
export const waitUntil =
  (stop?: AbortSignal): Wait =>
  async (seconds) => {
    const options = stop && { signal: stop };
    const time = Math.min(seconds * 1000, longestTimer);
    await sleep(time, undefined, options).catch(() => undefined);
  };

/** The same client, which waits when it is asked to. */
export function patient(client: MeClient, patience: Patience): MeClient {
  const wrapped = Object.entries(client).map(([name, part]: [string, unknown]) => [
    name,
    typeof part === 'function'
      ? (...args: unknown[]) =>
          patience.with(() => (part as (...args: unknown[]) => Promise<unknown>)(...args))
      : part,
  ]);
  return Object.fromEntries(wrapped) as MeClient;
}
