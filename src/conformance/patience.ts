import { setTimeout as sleep } from 'node:timers/promises';
import type { MeClient } from '../client/me-client.ts';
import { MeError } from '../client/me-error.ts';

/** Seconds that are waited at most, whatever `Retry-After` asks for. */
const longest = 60;

/** Waits as `Retry-After` says and asks once more; not again once that was in vain. */
export class Patience {
  private isSpent = false;

  /** @param wait that many seconds */
  constructor(private readonly wait: (seconds: number) => Promise<unknown>) {}

  /** @throws whatever `call` throws */
  async with<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      const seconds = error instanceof MeError ? error.retryAfter : undefined;
      if (seconds === undefined || seconds > longest || this.isSpent) throw error;
      await this.wait(seconds);
      try {
        return await call();
      } catch (second) {
        this.isSpent = second instanceof MeError && second.retryAfter !== undefined;
        throw second;
      }
    }
  }
}

/** Waits, but not longer than until `stop`. */
export const waitUntil =
  (stop: AbortSignal | undefined) =>
  async (seconds: number): Promise<void> => {
    const options = stop && { signal: stop };
    await sleep(seconds * 1000, undefined, options).catch(() => undefined);
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
