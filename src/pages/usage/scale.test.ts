import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelsOf, ticksOf } from './scale.ts';

test.each([
  [0, [0, 1, 2, 3]],
  [1, [0, 1, 2, 3]],
  [7, [0, 2, 4, 6, 8]],
  [10, [0, 5, 10, 15]],
  [8_700, [0, 2_500, 5_000, 7_500, 10_000]],
  [70_000, [0, 20_000, 40_000, 60_000, 80_000]],
  [1e15, [0, 2.5e14, 5e14, 7.5e14, 1e15]],
])('an axis up to %d has round values', (max, ticks) => {
  expect(ticksOf(max)).toEqual(ticks);
});

test('there are four or five whole values, evenly apart, none too high', () => {
  fc.assert(
    fc.property(fc.oneof(fc.nat(), fc.double({ min: 0, noNaN: true })), (max) => {
      const ticks = ticksOf(max);
      const [zero, step = 0] = ticks;
      const top = ticks.at(-1) ?? 0;
      expect([4, 5]).toContain(ticks.length);
      expect(zero).toBe(0);
      expect(ticks.every(Number.isFinite)).toBe(true);
      expect(ticks.every((tick, index) => tick === index * step)).toBe(true);
      expect(top).toBeGreaterThanOrEqual(Math.min(max, 1e300));
      // What is drawn fills a good part of the height, down to the smallest axis.
      expect(top).toBeLessThanOrEqual(Math.max(3, 2 * Math.min(max, 1e300)));
    }),
  );
});

test('a row has few enough labels, from its first bar on', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), (count) => {
      const labels = labelsOf(count);
      expect(labels[0]).toEqual({ index: 0, minor: false });
      expect(labels.length).toBeLessThanOrEqual(7);
      expect(labels.filter(({ minor }) => !minor).length).toBeLessThanOrEqual(5);
      expect(labels.every(({ index }) => index < count)).toBe(true);
    }),
  );
});
