import type { ProblemCode } from '../../contract/problem.ts';
import type { RuleCode } from '../../contract/rules.ts';

/** A property that breaks a rule; `path` leads to it from the body's (or the query's) root. */
export interface Violation {
  path: readonly string[];
  code: RuleCode;
}

interface Extras {
  violations?: readonly Violation[];
  /** Seconds: how recent a sign-in must be. */
  maxAge?: number;
  /** Seconds until it makes sense to ask again. */
  retryAfter?: number;
}

/** Why an operation was refused, free of any wire format. `message` is English, for developers. */
export class ServiceError extends Error {
  override name = 'ServiceError';
  readonly code: ProblemCode;
  readonly extras: Extras;

  constructor(code: ProblemCode, message: string, extras: Extras = {}) {
    super(message);
    this.code = code;
    this.extras = extras;
  }
}

/** A value that breaks a rule. */
export const violation = (path: readonly string[], code: RuleCode): ServiceError =>
  new ServiceError('ValidationFailed', 'The request breaks a rule.', {
    violations: [{ path, code }],
  });

/** Somebody else holds the name. */
export const usernameTaken = (): ServiceError =>
  new ServiceError('UsernameTaken', 'This username is taken.', {
    violations: [{ path: ['username'], code: 'username_taken' }],
  });
