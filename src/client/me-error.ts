import type { ProblemCode } from '../contract/problem.ts';

/** Failures that no answer of a backend describes. */
export type ClientFailure =
  /** No answer: offline, refused, cut off, or blocked. */
  | 'NetworkError'
  /** No answer within the time allowed. */
  | 'Timeout'
  /** An answer that is not what the contract says: HTML, truncated, of the wrong type, too large. */
  | 'BadAnswer'
  /** The backend points elsewhere, where the call was not sent: what it would do there is unknown. */
  | 'Redirected'
  /** Whoever signs the calls gave no token: nothing was sent. */
  | 'TokenUnavailable'
  /** The adapter's backend has no such operation (`can` says so). */
  | 'NotSupported';

/** What is wrong with one field: a rule code when known, and the backend's own sentence. */
export interface FieldError {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
}

export interface MeErrorInit {
  readonly code: ProblemCode | ClientFailure | (string & {});
  /** HTTP status; 0 when there was no answer. */
  readonly status?: number | undefined;
  readonly message?: string | undefined;
  /** By field path without leading dot: `username`, `notifications.security.email`. */
  readonly fields?: Readonly<Record<string, readonly FieldError[]>> | undefined;
  /** Seconds to wait, from `Retry-After`. */
  readonly retryAfter?: number | undefined;
  /** Seconds: how recent a sign-in must be (`StepUpRequired`). */
  readonly maxAge?: number | undefined;
  /** The request's id, for a person who asks for help. */
  readonly reference?: string | undefined;
  readonly cause?: unknown;
}

/** The one error of the client: whatever went wrong, pages see this and only this. */
export class MeError extends Error {
  override readonly name = 'MeError';
  readonly code: string;
  readonly status: number;
  readonly fields: Readonly<Record<string, readonly FieldError[]>>;
  readonly retryAfter: number | undefined;
  readonly maxAge: number | undefined;
  readonly reference: string | undefined;

  constructor(init: MeErrorInit) {
    super(init.message ?? init.code, { cause: init.cause });
    this.code = init.code;
    this.status = init.status ?? 0;
    this.fields = init.fields ?? {};
    this.retryAfter = init.retryAfter;
    this.maxAge = init.maxAge;
    this.reference = init.reference;
  }

  /** The person must sign in again; what they typed is kept. */
  get signedOut(): boolean {
    return this.status === 401;
  }

  /** Asking again may well succeed: nothing was decided about the request itself. */
  get transient(): boolean {
    return (
      this.code === 'NetworkError' ||
      this.code === 'Timeout' ||
      this.code === 'TokenUnavailable' ||
      this.status === 408 ||
      this.status === 429 ||
      this.status >= 500
    );
  }
}
