import { problem } from '../contract/problem.ts';
import type { ProblemCode } from '../contract/problem.ts';
import { type FieldError, MeError } from './me-error.ts';

/**
 * What a status says by itself, when a proxy or gateway answered without a code. The others need
 * the backend's own word: a 404 page of a proxy does not say that a session is gone.
 */
export const codeOfStatus: Partial<Record<number, ProblemCode>> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  412: 'PreconditionFailed',
  422: 'ValidationFailed',
  429: 'TooManyRequests',
  503: 'ServiceUnavailable',
};

export const badAnswer = (status: number, cause?: unknown): MeError =>
  new MeError({ code: 'BadAnswer', status, cause });

export const signedOut = (): MeError => new MeError({ code: 'Unauthorized', status: 401 });

/** Whether it is a redirect not followed; of those a browser hides everything but that. */
export const isRedirect = ({ status }: Response): boolean =>
  status < 200 || (status >= 300 && status < 400);

export const redirected = (): MeError => new MeError({ code: 'Redirected' });

/** Parses JSON; anything else is a `BadAnswer`. */
export function parseJson(text: string, status: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw badAnswer(status, cause);
  }
}

/** Seconds from now that `Retry-After` asks for (RFC 9110 § 10.2.3: seconds, or a date). */
export function retryAfterSeconds(header: string | null): number | undefined {
  if (!header) return undefined;
  if (/^\d+$/.test(header)) return Number(header);
  const milliseconds = Date.parse(header) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, Math.ceil(milliseconds / 1000));
}

/** `/a/b~1c` or `#/a/b~1c` (RFC 6901) as `a.b/c`. */
const fieldOfPointer = (pointer: string) =>
  pointer.replace(/^#?\//, '').replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');

/** The error that a failed answer describes: RFC 9457 and Bird's body, or only its status. */
export function errorOfAnswer(status: number, headers: Headers, text: string): MeError {
  const retryAfter = retryAfterSeconds(headers.get('Retry-After'));
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    return new MeError({ code: codeOfStatus[status] ?? 'BadAnswer', status, retryAfter, cause });
  }
  const parsed = problem.safeParse(body);
  const { code, message, detail, title, details, errors, maxAge, instance } = parsed.data ?? {};
  const fields = new Map<string, FieldError[]>();
  for (const error of errors ?? []) {
    const field = fieldOfPointer(error.pointer);
    fields.set(field, [...(fields.get(field) ?? []), { code: error.code, message: error.detail }]);
  }
  // Both formats in one body say the same thing twice; the one with rule codes wins.
  for (const [key, messages] of Object.entries(details ?? {})) {
    const field = key.replace(/^\./, '');
    if (!fields.has(field))
      fields.set(
        field,
        messages.map((text) => ({ message: text })),
      );
  }
  return new MeError({
    // An empty code says nothing.
    code: code || (codeOfStatus[status] ?? 'BadAnswer'),
    status,
    message: message ?? detail ?? title,
    fields: Object.fromEntries(fields),
    retryAfter,
    maxAge,
    reference: instance,
  });
}
