import type { Options } from './options.ts';

/** A request, as far as it matters what it may do. */
export interface Sent {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly body: string | undefined;
}

export type Verdict = 'read' | 'write' | 'refused';

export type Permit = (request: Sent) => Verdict;

const mirraReads: ReadonlySet<string> = new Set(['getProfile', 'getUsageStats', 'getSessions']);

/** What a request does at most. */
function effect({ profile }: Options, { method, path, body }: Sent): 'read' | 'write' | 'destroy' {
  if (method === 'OPTIONS') return 'read';
  if (profile === 'mirra') {
    const operation = (JSON.parse(body ?? '{}') as { method?: string }).method ?? '';
    if (mirraReads.has(operation)) return 'read';
    return operation === 'deactivateAccount' ? 'destroy' : 'write';
  }
  if (method === 'GET') return 'read';
  const isOneSession = /\/me\/sessions\/[^/?]+$/.test(path);
  return method === 'DELETE' && !isOneSession ? 'destroy' : 'write';
}

/**
 * The last word on every request, below all checks: reads always, changes with `--write`, what ends
 * sessions or the account with `--throwaway`.
 */
export const permitFor =
  (options: Options): Permit =>
  (request) => {
    const does = effect(options, request);
    if (does === 'read') return 'read';
    return (does === 'write' ? options.write : options.throwaway) ? 'write' : 'refused';
  };
