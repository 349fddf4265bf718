import { MeError } from '../client/me-error.ts';
import type { Difference } from './account.ts';
import { Fault, Missing, NotTried } from './fault.ts';
import type { Check, Kit } from './check.ts';
import type { State } from './fault.ts';
import { allChecks } from './checks/all.ts';
import { describe } from './describe.ts';
import { createKit } from './kit.ts';
import type { World } from './kit.ts';
import type { Options } from './options.ts';
import type { Exchange, Recorder } from './recorder.ts';

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

export interface Run {
  readonly outcomes: readonly Outcome[];
  /** What of the account is not as it was, although nothing permitted that. */
  readonly differences: readonly Difference[];
  /** Why the very first request had no answer; undefined when it had one. */
  readonly unreachable: string | undefined;
  readonly isInterrupted: boolean;
}

export interface Watch {
  /** Before each check: which it is, from 1, of how many. */
  readonly progress?: (at: number, of: number, capability: string) => void;
  /** Ends the run after what is under way; the account is restored first. */
  readonly stop?: AbortSignal | undefined;
}

/** Why nothing is tried any more. */
export const silent = 'the backend does not answer';

/** The second token is of somebody else: nothing was tried with it. */
export class OtherAccount extends Error {}

const noAnswer = (error: unknown) =>
  error instanceof MeError && (error.code === 'NetworkError' || error.code === 'Timeout');

/** 404, 405 and 501 say that there is no such thing, whatever the dialect says beside. */
const saysMissing = (error: unknown): error is MeError =>
  error instanceof MeError && (error.code === 'NotFound' || [404, 405, 501].includes(error.status));

function verdict(error: unknown, exchanges: readonly Exchange[], check: Check): Outcome {
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

/** Why a check is not to be tried at all. */
function obstacle(check: Check, kit: Kit, outcomes: readonly Outcome[]): string | undefined {
  if (check.permission !== 'read' && !kit.mayWrite) return 'needs --write';
  if (check.permission === 'destroy' && !kit.mayDestroy) return 'needs --throwaway';
  if (check.needsSecondToken && !kit.second) return 'needs --second-token';
  const failed = check.after?.find((capability) => {
    const own = outcomes.filter((outcome) => outcome.check.capability === capability);
    return (
      own.some(({ state }) => state !== 'works' && state !== 'not tried') ||
      !own.some(({ state }) => state === 'works')
    );
  });
  return failed === undefined ? undefined : `depends on ${failed}`;
}

async function tried(check: Check, kit: Kit, recorder: Recorder): Promise<[Outcome, boolean]> {
  const from = recorder.count();
  let outcome: Outcome = { check, state: 'works', exchanges: [] };
  let isSilent = false;
  try {
    await check.run(kit);
  } catch (error) {
    outcome = verdict(error, recorder.since(from), check);
    isSilent = noAnswer(error);
  }
  return [outcome, isSilent];
}

/** @throws OtherAccount */
async function demandSamePerson({ account, second }: Kit): Promise<void> {
  const own = account.start.user?.id;
  if (!second || own === undefined) return;
  const { value } = await second.getUser().catch(() => ({ value: { id: own } }));
  if (value.id !== own) throw new OtherAccount('--second-token must be of the same account');
}

/**
 * Makes every check that may be made, one after the other, and leaves the account as it was.
 *
 * @throws OtherAccount
 */
export async function run(options: Options, watch: Watch = {}, world: World = {}): Promise<Run> {
  const { kit, recorder } = createKit(options, world);
  const { stop } = watch;
  stop?.addEventListener('abort', recorder.stop);
  const checks = allChecks(kit.profile, kit.can);
  const outcomes: Outcome[] = [];
  let differences: readonly Difference[] | undefined;
  let unreachable: string | undefined;
  let silences = 0;
  const compare = async () => {
    // An account that may be destroyed need not be as it was.
    if (!kit.mayWrite || kit.mayDestroy) return [];
    recorder.resume();
    return kit.account.compare();
  };

  for (const [index, check] of checks.entries()) {
    const reason = stop?.aborted
      ? 'the run was stopped'
      : silences > 1 || unreachable !== undefined
        ? silent
        : obstacle(check, kit, outcomes);
    if (reason !== undefined) {
      outcomes.push({ check, state: 'not tried', reason, exchanges: [] });
      continue;
    }
    // From here on the account is not to be as it was.
    if (check.permission === 'destroy') differences ??= await compare();
    watch.progress?.(index + 1, checks.length, check.capability);
    const [outcome, isSilent] = await tried(check, kit, recorder);
    const isCut = stop?.aborted === true && isSilent;
    outcomes.push(
      isCut ? { check, state: 'not tried', reason: 'the run was stopped', exchanges: [] } : outcome,
    );
    silences = isSilent ? silences + 1 : 0;
    if (index === 0) {
      if (isSilent) unreachable = outcome.fault?.got;
      await demandSamePerson(kit);
    }
    if (check.permission === 'write') {
      recorder.resume();
      await kit.account.restore();
      if (stop?.aborted) recorder.stop();
    }
  }
  differences ??= await compare();
  stop?.removeEventListener('abort', recorder.stop);
  return { outcomes, differences, unreachable, isInterrupted: stop?.aborted ?? false };
}
