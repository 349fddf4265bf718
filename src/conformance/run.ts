import type { Capabilities } from '../client/me-client.ts';
import { MeError } from '../client/me-error.ts';
import type { Comparison } from './account.ts';
import type { Check, Kit } from './check.ts';
import { allChecks } from './checks/all.ts';
import { judge, noAnswer } from './judge.ts';
import type { Outcome } from './judge.ts';
import { Keepsake } from './keepsake.ts';
import { createKit } from './kit.ts';
import type { Watch } from './watch.ts';
import type { World } from './kit.ts';
import type { Options } from './options.ts';

export interface Run extends Comparison {
  /** What the profile promises. */
  readonly can: Capabilities;
  readonly outcomes: readonly Outcome[];
  /** Why the very first request had no answer; undefined when it had one. */
  readonly unreachable: string | undefined;
  readonly isInterrupted: boolean;
}

/** Why nothing more is tried: rows that say so are not worth their lines. */
export const deadEnds = {
  silent: 'the backend does not answer',
  refused: 'the token is refused',
  stopped: 'the run was stopped',
} as const;

/** Traits that are seen without a token too. */
const withoutToken: ReadonlySet<string> = new Set(['sign-in', 'errors', 'json']);

/** The second token is of somebody else: nothing was tried with it. */
export class OtherAccount extends Error {}

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
  const { kit, recorder, patience, redact } = createKit(options, world, watch);
  const keepsake = new Keepsake(options, world.directory);
  const { stop } = watch;
  stop?.addEventListener('abort', recorder.stop);
  const checks = allChecks(kit.profile, kit.can, options.origin);
  const outcomes: Outcome[] = [];
  const skip = (check: Check, reason: string): void => {
    outcomes.push({ check, state: 'not tried', reason, exchanges: [] });
  };
  let comparison: Comparison | undefined;
  let unreachable: string | undefined;
  let isRefused = false;
  let silences = 0;

  /** Why this check cannot be made, as far as all of them are concerned. */
  const deadEnd = ({ capability }: Check): string | undefined => {
    if (stop?.aborted) return deadEnds.stopped;
    if (silences > 1 || unreachable !== undefined) return deadEnds.silent;
    return isRefused && !withoutToken.has(capability) ? deadEnds.refused : undefined;
  };

  const compare = async (): Promise<Comparison> => {
    // An account that may be destroyed need not be as it was.
    if (!kit.mayWrite || kit.mayDestroy) return { differences: [], notes: [] };
    // Whoever stops the run meanwhile still wants the account back.
    stop?.removeEventListener('abort', recorder.stop);
    recorder.resume();
    if (kit.account.isTouched) patience.lengthen();
    const { differences, notes } = await kit.account.compare();
    if (differences.length === 0) keepsake.forget();
    watch.kept?.(keepsake.path);
    return {
      differences: differences.map((each) => ({ ...each, reason: redact(each.reason) })),
      notes: notes.map(redact),
    };
  };

  for (const [index, check] of checks.entries()) {
    const reason = deadEnd(check) ?? obstacle(check, kit, outcomes);
    if (reason !== undefined) {
      skip(check, reason);
      continue;
    }
    if (check.permission === 'write' && !kit.mayDestroy && kit.account.start.user) {
      keepsake.keep(kit.account.start);
      watch.kept?.(keepsake.path);
    }
    // From here on the account is not to be as it was.
    if (check.permission === 'destroy') comparison ??= await compare();
    watch.progress?.(index + 1, checks.length, check.capability);
    const from = recorder.count();
    const error: unknown = await check.run(kit).then(
      () => undefined,
      (thrown: unknown) => thrown ?? new Error('something was thrown'),
    );
    const isSilent = noAnswer(error);
    const exchanges = recorder.since(from);
    if (stop?.aborted && isSilent) skip(check, deadEnds.stopped);
    else if (error === undefined) outcomes.push({ check, state: 'works', exchanges: [] });
    else outcomes.push(judge(check, error, exchanges, redact));
    silences = isSilent ? silences + 1 : 0;
    if (index === 0) {
      if (isSilent) unreachable = outcomes[0]?.fault?.got;
      isRefused = error instanceof MeError && error.signedOut;
      await demandSamePerson(kit);
    }
    if (check.permission === 'write') {
      recorder.resume();
      await kit.account.restore();
      if (stop?.aborted) recorder.stop();
    }
  }
  comparison ??= await compare();
  stop?.removeEventListener('abort', recorder.stop);
  return {
    can: kit.can,
    outcomes,
    ...comparison,
    unreachable,
    isInterrupted: stop?.aborted ?? false,
  };
}
