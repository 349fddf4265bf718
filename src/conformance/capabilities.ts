import type { State } from './fault.ts';
import type { Outcome } from './judge.ts';

/** What a run says of one capability. */
export interface CapabilityResult {
  readonly capability: string;
  readonly state: State;
  readonly passed: number;
  /** Checks that were tried. */
  readonly total: number;
  readonly note: string;
}

/** A capability is as bad as the worst of its checks. */
const worst: readonly State[] = ['wrong', 'missing', 'works', 'not tried'];

function resultOf(capability: string, outcomes: readonly Outcome[]): CapabilityResult {
  const state = worst.find((each) => outcomes.some((o) => o.state === each)) ?? 'not tried';
  const tried = outcomes.filter((outcome) => outcome.state !== 'not tried');
  const telling = outcomes.find((outcome) => outcome.state === state);
  const skipped = outcomes.find((outcome) => outcome.state === 'not tried');
  const note =
    state === 'works'
      ? skipped && `partly: ${skipped.reason}`
      : (telling?.fault?.got ?? telling?.reason);
  return {
    capability,
    state,
    passed: tried.filter((outcome) => outcome.state === 'works').length,
    total: tried.length,
    note: note ?? '',
  };
}

/** The capabilities in the order of their checks, reading a field before changing it. */
export function capabilityResults(outcomes: readonly Outcome[]): readonly CapabilityResult[] {
  const names = new Set<string>();
  for (const { check } of outcomes) {
    names.add(check.capability.replace(/ edit$/, ''));
    names.add(check.capability);
  }
  return [...names].flatMap((name) => {
    const own = outcomes.filter(({ check }) => check.capability === name);
    return own.length === 0 ? [] : [resultOf(name, own)];
  });
}

export interface Score {
  readonly passed: number;
  readonly tried: number;
  readonly missing: number;
  readonly wrong: number;
  readonly notTried: number;
}

export function scoreOf(outcomes: readonly Outcome[]): Score {
  const count = (state: State) => outcomes.filter((outcome) => outcome.state === state).length;
  const notTried = count('not tried');
  return {
    passed: count('works'),
    tried: outcomes.length - notTried,
    missing: count('missing'),
    wrong: count('wrong'),
    notTried,
  };
}
