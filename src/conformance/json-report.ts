import { capabilityResults, scoreOf } from './capabilities.ts';
import type { CapabilityResult, Score } from './capabilities.ts';
import type { State } from './fault.ts';
import type { FittingConfig } from './fitting-config.ts';
import type { Options } from './options.ts';
import { cut } from './redact.ts';
import type { Run } from './run.ts';
import { isFine } from './verdict.ts';

/**
 * What `--json` prints. Keys may be added within a version; none is removed and none changes its
 * meaning. Credentials are `***`, bodies are cut.
 */
export interface JsonReport {
  readonly version: 1;
  readonly backend: { readonly kind: string; readonly baseUrl: string };
  readonly permissions: {
    readonly write: boolean;
    readonly secondToken: boolean;
    readonly throwaway: boolean;
  };
  /** What the exit code says: true for 0, false for 1. */
  readonly ok: boolean;
  /** Why no request had an answer; null when one had. */
  readonly unreachable: string | null;
  readonly interrupted: boolean;
  readonly score: Score;
  readonly capabilities: readonly CapabilityResult[];
  readonly checks: readonly {
    readonly capability: string;
    readonly rule: string;
    readonly permission: 'read' | 'write' | 'destroy';
    readonly state: State;
    /** Why it is missing, or was not tried. */
    readonly reason?: string | undefined;
    /** With `wrong` only. */
    readonly fault?: { readonly expected: string; readonly got: string } | undefined;
    /** With `wrong` and `missing`: what was sent and answered, in order. */
    readonly exchanges: readonly {
      readonly method: string;
      readonly path: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string | null;
      /** HTTP status; null when there was no answer. */
      readonly status: number | null;
      readonly contentType: string | null;
      readonly answer: string | null;
      /** Why there was no answer. */
      readonly failure: string | null;
    }[];
  }[];
  /** What could not be put back as it was. */
  readonly differences: readonly {
    readonly field: string;
    readonly before: unknown;
    readonly after: unknown;
    readonly reason: string;
  }[];
  /** What was put back, and yet is not quite the same: another id for the same address. */
  readonly notes: readonly string[];
  /** What to write into the page's configuration. */
  readonly configuration: FittingConfig;
}

/** Characters of a body. */
const bodyLength = 4000;

/** The report that a program reads. */
export function jsonReport(options: Options, run: Run, configuration: FittingConfig): JsonReport {
  return {
    version: 1,
    backend: { kind: options.profile, baseUrl: options.url },
    permissions: {
      write: options.write,
      secondToken: options.secondToken !== undefined,
      throwaway: options.throwaway,
    },
    ok: isFine(run),
    unreachable: run.unreachable ?? null,
    interrupted: run.isInterrupted,
    score: scoreOf(run.outcomes),
    capabilities: capabilityResults(run.outcomes).map((each) => ({
      ...each,
      note: cut(each.note),
    })),
    checks: run.outcomes.map(({ check, state, reason, fault, exchanges }) => ({
      capability: check.capability,
      rule: check.rule,
      permission: check.permission,
      state,
      reason: reason === undefined ? undefined : cut(reason),
      fault: fault && { expected: cut(fault.expected), got: cut(fault.got) },
      exchanges: exchanges.map(({ request, answer, failure }) => ({
        method: request.method,
        path: request.path,
        headers: request.headers,
        body: request.body === undefined ? null : cut(request.body, bodyLength),
        status: answer?.status ?? null,
        contentType: answer?.headers['content-type'] ?? null,
        answer: answer ? cut(answer.text, bodyLength) : null,
        failure: failure ?? null,
      })),
    })),
    differences: run.differences,
    notes: run.notes.map((note) => cut(note)),
    configuration,
  };
}
