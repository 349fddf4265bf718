import type { FieldErrors, ResolverResult } from 'react-hook-form';
import type * as z from 'zod/mini';
import { canBeSeen } from '../contract/rules.ts';
import { changedFields, type Texts } from './merge.ts';

/** One schema of the contract per field. A field whose schema takes `null` may be emptied. */
export type Rules<T extends Texts> = { readonly [Field in keyof T]: z.ZodMiniType };

/** A text in which nothing can be seen clears a field that may be empty. */
const valueOf = (rule: z.ZodMiniType, text: string): string | null =>
  !canBeSeen(text) && rule.safeParse(null).success ? null : text;

/** What would be stored of a field's text; undefined when it breaks the rule. */
export function storedAs<T extends Texts>(rules: Rules<T>, field: string, text: string): unknown {
  const rule = rules[field] as z.ZodMiniType;
  return rule.safeParse(valueOf(rule, text)).data;
}

/** The changed fields as the contract stores them: the body of the PATCH. They must be valid. */
export function toPatch<T extends Texts>(rules: Rules<T>, base: T, values: T) {
  return Object.fromEntries(
    changedFields(base, values).map((field) => {
      const rule = rules[field] as z.ZodMiniType;
      return [field, rule.parse(valueOf(rule, values[field] ?? ''))];
    }),
  );
}

/**
 * Checks what the person changed, and only that: an old value that breaks a rule must never block
 * saving another field. An error's `message` is a rule code.
 */
export function checkChanged<T extends Texts>(
  rules: Rules<T>,
  base: T,
  values: T,
): ResolverResult<T> {
  const errors: Record<string, { type: string; message: string }> = {};
  for (const field of changedFields(base, values)) {
    const rule = rules[field] as z.ZodMiniType;
    const result = rule.safeParse(valueOf(rule, values[field] ?? ''));
    const message = result.error?.issues[0]?.message;
    if (message !== undefined) errors[field] = { type: 'rule', message };
  }
  return Object.keys(errors).length > 0
    ? { values: {}, errors: errors as FieldErrors<T> }
    : { values, errors: {} };
}
