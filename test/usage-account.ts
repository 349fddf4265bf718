import { vi } from 'vitest';
import type { MemoryOptions } from '../src/client/memory-backend.ts';

/** Noon in London on 20 November 2026, two thirds through a cycle. */
const noon = '2026-11-20T12:00:00.000Z';

/** Stops the clock: the tests are about dates. Waiting goes on as ever. */
export function stopClock(at = noon): void {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: Date.parse(at) });
}

const busyDays = Array.from({ length: 60 }, (_, age) => ({
  at: Date.parse(noon) - age * 86_400_000,
  tokens: 60_000 - age * 1_000,
}));

/** An account of 712,480 tokens out of a million; the day before today took 59,000. */
export const busy = {
  usage: {
    monthlyTokenUsage: 712_480,
    tokenQuota: 1_000_000,
    monthlyRemaining: undefined,
    usagePercentage: undefined,
    paidTokenBalance: 150_000,
    totalAvailable: undefined,
    lastQuotaReset: '2026-11-01T00:00:00.000Z',
    nextQuotaReset: '2026-12-01T00:00:00.000Z',
    subscriptionPlan: 'pro',
  },
  spending: busyDays,
} satisfies MemoryOptions;

/** The same account with something else about its usage. */
export const withUsage = (usage: MemoryOptions['usage']): MemoryOptions => ({
  ...busy,
  usage: { ...busy.usage, ...usage },
});
