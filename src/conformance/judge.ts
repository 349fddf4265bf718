import { MeError } from '../client/me-error.ts';
import type { Check } from './check.ts';
import { describe } from './describe.ts';
import { Fault, Missing, NotTried } from './fault.ts';
import type { State } from './fault.ts';
import type { Exchange } from './recorder.ts';

/** What one check found out. */
export interface Outcome {
  readonly check: Check;
  readonly state: State;
  /** Why it is missing, or was not tried. */
  readonly reason?: string;
  readonly fault?: { readonly expected: string; readonly got: string };
  /** What was sent and answered on the way to a state that needs explaining. */
  readonly exchanges: readonly Exchange[];
}

/** Whether there was no answer at all. */
export const noAnswer = (error: unknown) =>
  error instanceof MeError && (error.code === 'NetworkError' || error.code === 'Timeout');

/** 404, 405 and 501 say that there is no such thing, whatever the dialect says beside. */
const saysMissing = (error: unknown): error is MeError =>
  error instanceof MeError && (error.code === 'NotFound' || [404, 405, 501].includes(error.status));

function judged(check: Check, error: unknown, exchanges: readonly Exchange[]): Outcome {
  if (error instanceof NotTried) {
    return { check, state: 'not tried', reason: error.message, exchanges: [] };
  }
  if (error instanceof Missing) {
    return { check, state: 'missing', reason: error.message, exchanges };
  }
  const last = exchanges.at(-1);
  if (saysMissing(error)) {
    return { check, state: 'missing', reason: describe(error, last), exchanges };
  }
  const fault =
    error instanceof Fault
      ? { expected: error.expected, got: error.got }
      : { expected: 'success', got: describe(error, last) };
  return { check, state: 'wrong', fault, exchanges };
}

/** The outcome of a check that threw; what it quotes of the backend is without credentials. */
export function judge(
  check: Check,
  error: unknown,
  exchanges: readonly Exchange[],
  redact: (text: string) => string,
): Outcome {
  const { reason, fault, ...outcome } = judged(check, error, exchanges);
  return {
    ...outcome,
    ...(reason !== undefined && { reason: redact(reason) }),
    ...(fault && { fault: { expected: redact(fault.expected), got: redact(fault.got) } }),
  };
}
