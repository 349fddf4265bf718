import { STATUS_CODES } from 'node:http';
import type { Context } from 'hono';
import type * as z from 'zod/mini';
import type { problem } from '../../contract/problem.ts';
import { problemCodes } from '../../contract/problem.ts';
import { ServiceError } from '../accounts/service-error.ts';
import type { Violation } from '../accounts/service-error.ts';
import { DatabaseUnavailable } from '../db/database.ts';
import type { AppEnv } from './app-env.ts';
import { sentences } from './sentences.ts';

/** RFC 6901. */
const pointer = (path: readonly string[]): string =>
  path.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Bird's `details`: sentences by property name, each with a dot before it. */
function details(violations: readonly Violation[]): Record<string, string[]> {
  const byName = new Map<string, string[]>();
  for (const { path, code } of violations) {
    const name = path.map((part) => `.${part}`).join('') || '.';
    byName.set(name, [...(byName.get(name) ?? []), sentences[code]]);
  }
  return Object.fromEntries(byName);
}

/** What any failure is to the caller; what nobody foresaw stays inside. */
export function asServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  if (error instanceof DatabaseUnavailable) {
    return new ServiceError('ServiceUnavailable', 'The database does not answer.', {
      retryAfter: 5,
    });
  }
  return new ServiceError('InternalError', 'Something went wrong on our side.');
}

/** What an error says in headers, whatever its body looks like. */
export function failureHeaders(
  c: Context<AppEnv>,
  { extras: { retryAfter } }: ServiceError,
  status: number,
): Record<string, string> {
  const headers: Record<string, string> = {};
  if (retryAfter !== undefined) headers['Retry-After'] = String(retryAfter);
  if (status === 401) {
    const isRefused = c.req.header('Authorization') !== undefined;
    headers['WWW-Authenticate'] = isRefused ? 'Bearer error="invalid_token"' : 'Bearer';
  }
  return headers;
}

/** Answers an error in both forms at once: RFC 9457 and Bird's `code message details`. */
export function problemResponse(c: Context<AppEnv>, error: ServiceError): Response {
  const { code, message, extras } = error;
  const status = problemCodes[code];
  const { violations = [], maxAge } = extras;
  const body: z.input<typeof problem> = {
    type: 'about:blank',
    title: STATUS_CODES[status],
    status,
    detail: message,
    instance: `urn:uuid:${c.var.requestId}`,
    code,
    message,
    ...(violations.length > 0 && {
      details: details(violations),
      errors: violations.map((violation) => ({
        pointer: pointer(violation.path),
        code: violation.code,
        detail: sentences[violation.code],
      })),
    }),
    ...(maxAge !== undefined && { maxAge }),
  };
  return c.body(JSON.stringify(body), status, {
    ...failureHeaders(c, error, status),
    'Content-Type': 'application/problem+json',
  });
}
