import type * as z from 'zod/mini';
import type { RuleCode } from '../contract/rules.ts';
import { type FieldError, MeError } from './me-error.ts';

/** The refusal of one field's value. */
export const ruleError = (field: string, code: RuleCode, status = 422): MeError =>
  new MeError({
    code: status === 409 ? 'UsernameTaken' : 'ValidationFailed',
    status,
    fields: { [field]: [{ code }] },
  });

/** Parses what the service would receive; a broken rule is a 422 with its fields. */
export function checked<T extends z.ZodMiniType>(schema: T, input: unknown): z.output<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: Record<string, FieldError[]> = {};
  for (const issue of parsed.error.issues) {
    const unknown = issue.code === 'unrecognized_keys';
    const paths = unknown ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    for (const path of paths) {
      const code = unknown ? 'property_unknown' : issue.message;
      (fields[path.join('.')] ??= []).push({ code });
    }
  }
  throw new MeError({ code: 'ValidationFailed', status: 422, fields });
}

/** `stored` after an RFC 7396 merge patch: objects merge, `null` clears, the rest replaces. */
export function merged(stored: object, patch: object): Record<string, unknown> {
  const result: Record<string, unknown> = { ...stored };
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    const before = result[key];
    result[key] =
      value !== null && typeof value === 'object'
        ? merged(before !== null && typeof before === 'object' ? before : {}, value)
        : (value ?? undefined);
  }
  return result;
}

/** A strong validator of the content. The count of sessions is not part of what a patch changes. */
export function etagOf(value: object): string {
  const text = JSON.stringify({ ...value, activeSessions: undefined });
  let hash = 5381;
  for (let index = 0; index < text.length; index += 1)
    hash = (Math.imul(hash, 33) ^ text.charCodeAt(index)) >>> 0;
  return `"${text.length.toString(36)}-${hash.toString(36)}"`;
}
