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

/** A number that may be missing and then counts as nothing. */
export const amount = z.pipe(
  z.optional(z.nullable(z.number())),
  z.transform((value) => value ?? 0),
);
