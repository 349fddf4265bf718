const roundSteps = [1, 2, 2.5, 5, 10];

/**
 * Four or five round values from 0 to at least `max`, evenly apart: the ticks of an axis that counts
 * whole things.
 */
export function ticksOf(max: number): number[] {
  const top = Math.min(Math.max(max || 1, 1), 1e300);
  const least = top / 4;
  const power = 10 ** Math.max(0, Math.floor(Math.log10(least)));
  const step =
    roundSteps.map((round) => round * power).find((s) => s >= least && Number.isInteger(s)) ??
    power * 10;
  const count = Math.max(3, Math.ceil(top / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

export interface Label {
  readonly index: number;
  /** Left out where there is little room. */
  readonly minor: boolean;
}

/** Which of so many bars in a row carry a label: the first, then every few. */
export function labelsOf(count: number): Label[] {
  const step = count <= 7 ? 1 : count <= 35 ? 7 : count <= 100 ? 15 : Math.ceil(count / 6);
  const isMinor = (nth: number) => nth % 2 === 1 && (step === 1 || count > 35);
  return Array.from({ length: Math.ceil(count / step) }, (_, nth) => ({
    index: nth * step,
    minor: isMinor(nth),
  }));
}
