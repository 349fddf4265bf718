import type { Context } from 'hono';
import { problemCodes } from '../../../contract/problem.ts';
import type { ProblemCode } from '../../../contract/problem.ts';
import type { ServiceError } from '../../accounts/service-error.ts';
import type { Caller } from '../../db/rows.ts';
import type { AppEnv } from '../app-env.ts';
import { failureHeaders } from '../problem.ts';
import { sentences } from '../sentences.ts';

/** What the dialect calls an error of the service, where that is not just another spelling. */
const names: Partial<Record<ProblemCode, string>> = {
  InvalidRequest: 'VALIDATION_ERROR',
  ValidationFailed: 'VALIDATION_ERROR',
  Unauthorized: 'AUTHENTICATION_ERROR',
  Forbidden: 'PERMISSION_DENIED',
};

/** `AccountChanged` as `ACCOUNT_CHANGED`. */
export const operationCode = (code: ProblemCode): string =>
  names[code] ?? code.replace(/\B[A-Z]/g, '_$&').toUpperCase();

/** The status of an error: the contract's, but what breaks a rule is a bad request here. */
export const operationStatus = (code: ProblemCode) =>
  code === 'ValidationFailed' ? 400 : problemCodes[code];

/** An operation's answer, and who made the call. */
export const success = (data: unknown, { mode, actor }: Caller) => ({
  success: true,
  data,
  metadata: { executionMode: mode, ...(actor && { actor }) },
});

function detailsOf({ code, extras }: ServiceError): unknown {
  const { violations, maxAge } = extras;
  if (maxAge !== undefined) return { maxAge };
  if (!violations && names[code] !== 'VALIDATION_ERROR') return undefined;
  return (violations ?? []).map((each) => ({ ...each, message: sentences[each.code] }));
}

/** Answers an error in the dialect's envelope. */
export function failureResponse(c: Context<AppEnv>, error: ServiceError): Response {
  const status = operationStatus(error.code);
  const details = detailsOf(error);
  const body = {
    success: false,
    error: {
      code: operationCode(error.code),
      message: error.message,
      ...(details !== undefined && { details }),
    },
  };
  return c.json(body, status, failureHeaders(c, error, status));
}
