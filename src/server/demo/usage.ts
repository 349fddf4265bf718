const hour = 3_600_000;
const day = 24 * hour;

/** Days of usage the demo starts with. */
const days = 90;

/** How busy each hour of a working day is, from midnight on. */
const rhythm = [
  0.1, 0.05, 0, 0, 0, 0.05, 0.2, 0.6, 1.4, 2.2, 2.6, 2.4, 1.5, 2.1, 2.7, 2.8, 2.3, 1.7, 1, 0.7, 0.8,
  0.7, 0.4, 0.2,
];

/** A small generator of the same numbers at every start (mulberry32), from 0 up to 1. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Tokens per hour for the 90 days up to `now`: quiet nights and weekends, and a pace at which the
 * running calendar month (UTC) would end at `perMonth`, on whatever day one looks.
 */
export function usageUpTo(now: number, perMonth: number, seed: number) {
  const random = randomNumbers(seed);
  const current = Math.floor(now / hour) * hour;
  const date = new Date(now);
  const monthStart = Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
  const monthEnd = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
  const hours: number[] = [];
  const weights: number[] = [];
  let mood = 1;
  for (let at = current - days * day; at <= current; at += hour) {
    const time = new Date(at);
    if (time.getUTCHours() === 0) mood = 0.6 + 0.8 * random();
    const isWeekend = time.getUTCDay() % 6 === 0;
    const weight = (rhythm[time.getUTCHours()] ?? 0) * mood * (isWeekend ? 0.3 : 1);
    hours.push(at);
    weights.push(weight * (0.6 + 0.8 * random()));
  }
  const sumFrom = (from: number) =>
    weights.reduce((sum, weight, index) => ((hours[index] ?? 0) >= from ? sum + weight : sum), 0);
  const usual = (perMonth * days * day) / (monthEnd - monthStart) / sumFrom(0);
  const spentByNow = (perMonth * (now - monthStart)) / (monthEnd - monthStart);
  // Within a few hours of the month's start the pace would ask for absurd hours: stay near the usual.
  const thisMonth = Math.min(
    Math.max(spentByNow / Math.max(sumFrom(monthStart), Number.MIN_VALUE), usual / 2),
    usual * 2,
  );
  const tokens = weights.map((weight, index) =>
    Math.round(weight * ((hours[index] ?? 0) >= monthStart ? thisMonth : usual)),
  );
  return { hours: hours.map((at) => at / 1000), tokens };
}
