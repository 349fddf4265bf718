import { codeOfStatus, retryAfterSeconds } from './http-error.ts';
import { type FieldError, MeError } from './me-error.ts';
import { envelope, type Envelope } from './mirra-wire.ts';

/** What Mirra's codes are in the contract, and the status that they have when none says so. */
const codes: Readonly<Record<string, readonly [code: string, status: number]>> = {
  AUTHENTICATION_ERROR: ['Unauthorized', 401],
  UNAUTHORIZED: ['Unauthorized', 401],
  PERMISSION_DENIED: ['Forbidden', 403],
  FORBIDDEN: ['Forbidden', 403],
  NOT_FOUND: ['NotFound', 404],
  CONFLICT: ['Conflict', 409],
  USERNAME_TAKEN: ['UsernameTaken', 409],
  ACCOUNT_CHANGED: ['AccountChanged', 409],
  STEP_UP_REQUIRED: ['StepUpRequired', 403],
  VALIDATION_ERROR: ['ValidationFailed', 422],
  RATE_LIMITED: ['TooManyRequests', 429],
  TOO_MANY_REQUESTS: ['TooManyRequests', 429],
  INTERNAL_ERROR: ['InternalError', 500],
  SERVICE_UNAVAILABLE: ['ServiceUnavailable', 503],
};

/** `ACCOUNT_SCHEDULED_FOR_DELETION` as `AccountScheduledForDeletion`. */
const pascal = (code: string): string =>
  code.toLowerCase().replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/**
 * What is wrong with which field. The reference says only that there may be `details`: a list of
 * issues with a path is understood, and sentences by field name (a leading dot is no part of it).
 */
function fieldsOf(details: unknown): Record<string, FieldError[]> {
  const fields = new Map<string, FieldError[]>();
  const add = (path: unknown, error: FieldError) => {
    const name = (Array.isArray(path) ? path.map(String).join('.') : textOf(path))?.replace(
      /^\./,
      '',
    );
    if (name) fields.set(name, [...(fields.get(name) ?? []), error]);
  };
  const issue = (value: unknown, path?: string) => {
    if (typeof value === 'string') return add(path, { message: value });
    if (typeof value !== 'object' || value === null) return;
    const { path: own, field, code, message } = value as Record<string, unknown>;
    add(own ?? field ?? path, { code: textOf(code), message: textOf(message) });
  };
  if (Array.isArray(details)) for (const each of details) issue(each);
  else if (typeof details === 'object' && details !== null) {
    for (const [name, value] of Object.entries(details)) {
      for (const each of Array.isArray(value) ? value : [value]) issue(each, name);
    }
  }
  return Object.fromEntries(fields);
}

/** The error of an envelope that says `success: false`, whatever the status beside it claims. */
export function errorOfEnvelope({ error }: Envelope, status: number, retryAfter?: number): MeError {
  const failed = status >= 400;
  const vendor = error?.code || undefined;
  const known = vendor === undefined ? undefined : codes[vendor];
  const details = error?.details;
  const maxAge = (details as { maxAge?: unknown } | null | undefined)?.maxAge;
  return new MeError({
    code:
      known?.[0] ??
      (vendor === undefined ? (failed && codeOfStatus[status]) || 'BadAnswer' : pascal(vendor)),
    status: failed ? status : (known?.[1] ?? status),
    message: error?.message,
    fields: fieldsOf(details),
    retryAfter,
    maxAge: typeof maxAge === 'number' ? maxAge : undefined,
  });
}

/** The error that a failed answer describes: an envelope, or only its status (a proxy's 502). */
export function errorOfMirra(status: number, headers: Headers, text: string): MeError {
  const retryAfter = retryAfterSeconds(headers.get('Retry-After'));
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    return new MeError({ code: codeOfStatus[status] ?? 'BadAnswer', status, retryAfter, cause });
  }
  const parsed = envelope.safeParse(body);
  if (!parsed.success || parsed.data.success) {
    return new MeError({ code: codeOfStatus[status] ?? 'BadAnswer', status, retryAfter });
  }
  return errorOfEnvelope(parsed.data, status, retryAfter);
}
