import type * as z from 'zod/mini';
import { ruleCodes } from '../../contract/rules.ts';
import type { RuleCode } from '../../contract/rules.ts';
import { ServiceError } from '../accounts/service-error.ts';
import type { Violation } from '../accounts/service-error.ts';

const isRuleCode = (message: string): message is RuleCode =>
  (ruleCodes as readonly string[]).includes(message);

function violationsOf(issue: z.core.$ZodIssue): Violation[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], code: 'property_unknown' }));
  }
  return [{ path, code: isRuleCode(issue.message) ? issue.message : 'type_invalid' }];
}

/** @throws ServiceError `ValidationFailed`, which names every property that breaks a rule */
export function validated<T extends z.ZodMiniType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ServiceError('ValidationFailed', 'The request breaks a rule.', {
    violations: parsed.error.issues.flatMap(violationsOf),
  });
}
