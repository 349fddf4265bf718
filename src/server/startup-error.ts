/**
 * A reason not to start that a person can act on: one line, which names what is wrong and the rule.
 * Everything else that is thrown while starting is a bug.
 */
export class StartupError extends Error {
  override name = 'StartupError';
}

/** The first line of what `error` says, for use inside a one-line message. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message || error.name : String(error)).split('\n', 1)[0] ?? '';
