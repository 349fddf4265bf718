import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usageUpTo } from './usage.ts';

test('on any day of any month, its usage is on pace for what was asked', () => {
  const instant = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) });
  fc.assert(
    fc.property(instant, (now) => {
      const date = new Date(now);
      // A month may begin with a weekend, after which one working day says little.
      fc.pre(date.getUTCDate() > 5);
      const start = Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
      const end = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
      const { hours, tokens } = usageUpTo(now, 1_065_000, 1815);
      const spent = tokens.reduce(
        (sum, count, index) => ((hours[index] ?? 0) * 1000 >= start ? sum + count : sum),
        0,
      );
      const pace = (spent * (end - start)) / (now - start);
      expect(pace).toBeGreaterThan(1_000_000);
      expect(pace).toBeLessThan(1_100_000);
      expect(hours).toHaveLength(90 * 24 + 1);
      expect(Math.min(...tokens)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 50, examples: [[Date.UTC(2028, 3, 6)]] },
  );
});

test('is the same at every start', () => {
  const now = Date.UTC(2026, 10, 20, 16);
  expect(usageUpTo(now, 1000, 1)).toEqual(usageUpTo(now, 1000, 1));
});
