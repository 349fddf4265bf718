import * as z from 'zod/mini';
import { maybe } from './reading.ts';

/** The error codes of the REST dialect. A client must expect others. */
export const problemCodes = {
  InvalidRequest: 400,
  Unauthorized: 401,
  Forbidden: 403,
  StepUpRequired: 403,
  AccountScheduledForDeletion: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  UsernameTaken: 409,
  /** `Account-Id` names somebody other than who is signed in. */
  AccountChanged: 409,
  NotScheduledForDeletion: 409,
  PreconditionFailed: 412,
  PayloadTooLarge: 413,
  UnsupportedMediaType: 415,
  ValidationFailed: 422,
  IdempotencyKeyReused: 422,
  TooManyRequests: 429,
  InternalError: 500,
  ServiceUnavailable: 503,
} as const;
export type ProblemCode = keyof typeof problemCodes;

/** What is wrong with one property: a JSON Pointer (RFC 6901), a rule code, and English for logs. */
export const problemIssue = z.object({
  pointer: z.string(),
  code: maybe(z.string()),
  detail: maybe(z.string()),
});

/**
 * An error body: RFC 9457 (`type title status detail instance`) and Bird's `code message details`
 * in one. Keys of `details` are dot-prefixed property names.
 */
export const problem = z.object({
  type: maybe(z.string()),
  title: maybe(z.string()),
  status: maybe(z.number()),
  detail: maybe(z.string()),
  /** The request's id, quoted by a person who asks for help. */
  instance: maybe(z.string()),
  code: maybe(z.string()),
  message: maybe(z.string()),
  details: maybe(z.record(z.string(), z.array(z.string()))),
  errors: maybe(z.array(problemIssue)),
  /** Seconds: with `StepUpRequired`, how recent the sign-in must be. */
  maxAge: maybe(z.number()),
});
