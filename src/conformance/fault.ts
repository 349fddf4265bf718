/** What a check found out. */
export type State = 'works' | 'missing' | 'wrong' | 'not tried';

/** A rule that was broken: what was expected of the backend, and what came instead. */
export class Fault extends Error {
  constructor(
    readonly expected: string,
    readonly got: string,
  ) {
    super(`expected ${expected}, got ${got}`);
  }
}

/** The backend has no such thing, which it may. The message says how that was seen. */
export class Missing extends Error {}

/** The check could not be made with this account or these tokens. The message says why. */
export class NotTried extends Error {}

/** @throws Fault unless `condition` */
export function demand(condition: boolean, expected: string, got: string): asserts condition {
  if (!condition) throw new Fault(expected, got);
}

/** A value in one line. */
export const shown = (value: unknown): string =>
  value === undefined || value === null ? 'nothing' : JSON.stringify(value);

/** Whether two JSON values are the same, whatever the order of their keys. */
export function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return (a ?? undefined) === (b ?? undefined);
  }
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) =>
    same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  );
}

/** @throws Fault unless `got` is `expected`; `what` says of which value */
export function demandSame(got: unknown, expected: unknown, what: string): void {
  demand(same(got, expected), `${what}: ${shown(expected)}`, shown(got));
}
