/** The most that a message may have in it: a token of 8192 characters, and room around it. */
const limits = { characters: 16_384, values: 256, depth: 6 } as const;

/**
 * Whether `value` is plain data (what JSON could say, and undefined) and small enough to look at.
 * It stops as soon as there is too much, however large or circular the value is.
 */
export function fits(value: unknown): boolean {
  let { characters, values } = limits as { characters: number; values: number };
  const look = (at: unknown, depth: number): boolean => {
    if ((values -= 1) < 0 || depth < 0) return false;
    if (typeof at === 'string') return (characters -= at.length) >= 0;
    if (typeof at === 'number') return Number.isFinite(at);
    if (typeof at !== 'object') return typeof at === 'boolean' || at === undefined;
    if (at === null) return true;
    const prototype: unknown = Object.getPrototypeOf(at);
    if (Array.isArray(at)) {
      return at.length <= limits.values && at.every((each) => look(each, depth - 1));
    }
    if (prototype !== Object.prototype && prototype !== null) return false;
    return Object.keys(at).every(
      (key) =>
        (characters -= key.length) >= 0 && look((at as Record<string, unknown>)[key], depth - 1),
    );
  };
  return look(value, limits.depth);
}
