import * as z from 'zod/mini';

/**
 * Reading is tolerant (unknown keys are dropped, unknown enum values are kept as they are, missing
 * and `null` optionals are absent) but never guesses: a value of the wrong type is an error.
 */

/** An optional property: missing or `null` both become `undefined`. */
export const maybe = <T extends z.ZodMiniType>(schema: T) =>
  z.optional(
    z.pipe(
      z.nullable(schema),
      z.transform((value): z.output<T> | undefined => value ?? undefined),
    ),
  );

/** A list that older or smaller backends leave out. */
export const listOf = <T extends z.ZodMiniType>(item: T) =>
  z.pipe(
    z.optional(z.nullable(z.array(item))),
    z.transform((value): z.output<T>[] => value ?? []),
  );

/** The years that RFC 3339 can write, in milliseconds since 1970. */
const firstInstant = Date.parse('0001-01-01T00:00:00Z');
const endOfInstants = Date.UTC(10_000, 0);

/**
 * An instant in milliseconds since 1970, NaN for what is none. Nor is what lies beyond the years of
 * four digits: engines throw when they are to write it in some calendars.
 */
export function instantOf(text: string | undefined): number {
  const instant = Date.parse(text ?? '');
  return instant >= firstInstant && instant < endOfInstants ? instant : NaN;
}
