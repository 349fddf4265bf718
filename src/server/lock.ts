import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { processScope } from './lock-scope.ts';
import { reasonOf, StartupError } from './startup-error.ts';

/**
 * An exclusive lock on a directory, held by this process until it ends, however it ends.
 *
 * Each claimant puts down a file whose **name** says which process it is, then looks for others: of
 * two claimants at least one sees the other. Nothing is ever taken over, so there is no race to take
 * over: a dead process's claim is recognised by its name and removed by whoever finds it.
 *
 * Process ids of another machine or container say nothing here. Claims from there live as long as
 * their holder refreshes them.
 */
export interface Lock {
  release(): void;
}

/** Scope, process id, start time, and something random. */
const claim = /^lock-([\da-f]{12})-(\d+)-(\d+)-[\da-f]+$/;

/** Milliseconds between two refreshes of a claim. */
const refreshEvery = 5_000;

/** Milliseconds without a refresh after which a claim of another scope is dead. */
const deadAfter = 20_000;

/**
 * When the process started, in clock ticks since boot; tells a process from a later one with the
 * same id. 0 where the system does not say.
 *
 * @returns nothing when the process is gone, or a zombie
 */
function startTime(pid: number): number | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return isRunning(pid) ? 0 : undefined;
  }
  // proc(5): the name, in parentheses, may hold anything; state is field 3, starttime field 22.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : Number(fields[19]);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** When the file was last written, by the clock of its file system; nothing when it is gone. */
const writtenAt = (path: string): number | undefined =>
  statSync(path, { throwIfNoEntry: false })?.mtimeMs;

/** Who, other than the owner of the claim `own`, claims the directory and lives. */
function otherClaimants(directory: string, scope: string, own: string): string[] {
  const others: string[] = [];
  // Machines may disagree about the time: a claim is as old as it is beside the one just written.
  const now = writtenAt(join(directory, own)) ?? Date.now();
  for (const name of readdirSync(directory)) {
    const match = claim.exec(name);
    if (!match || name === own) continue;
    const path = join(directory, name);
    if (match[1] === scope) {
      if (startTime(Number(match[2])) === Number(match[3])) others.push(`process ${match[2]}`);
      else rmSync(path, { force: true });
    } else if (now - (writtenAt(path) ?? -Infinity) < deadAfter) {
      others.push(
        `another machine or container: stop the service there, or wait ${deadAfter / 1000} seconds if it has already ended`,
      );
    } else rmSync(path, { force: true });
  }
  return others;
}

/** Keeps a claim fresh for those who cannot see this process. */
function keepFresh(path: string): { stop(): void } {
  const timer = setInterval(() => {
    // `r+` makes no new file: what somebody removed stays removed. And a disk that fails for a
    // moment is no reason to end the service.
    writeFile(path, '\n', { flag: 'r+' }).catch(() => undefined);
  }, refreshEvery);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/**
 * Locks `directory`, which is made when it does not exist.
 *
 * @throws StartupError when another process holds it, or it cannot be written
 */
export async function lockDirectory(directory: string): Promise<Lock> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartupError(`DATA_DIR ${directory} is not a usable directory: ${reasonOf(error)}`);
  }
  const scope = processScope();
  let holder: string | undefined;
  // Two that start at once may see each other and both step back: they try again, out of step.
  for (let attempt = 0; attempt < 6; attempt += 1) {
    if (attempt > 0) await delay(10 + Math.random() * 60 * attempt);
    const name = `lock-${scope}-${process.pid}-${startTime(process.pid) ?? 0}-${randomBytes(4).toString('hex')}`;
    const path = join(directory, name);
    const release = () => rmSync(path, { force: true });
    try {
      await writeFile(path, '\n', { flag: 'wx', mode: 0o600 });
      holder = otherClaimants(directory, scope, name)[0];
    } catch (error) {
      throw new StartupError(`DATA_DIR ${directory} cannot be written: ${reasonOf(error)}`);
    }
    if (holder === undefined) {
      const freshness = keepFresh(path);
      return {
        release() {
          freshness.stop();
          release();
        },
      };
    }
    release();
  }
  throw new StartupError(`DATA_DIR ${directory} is in use by ${holder}`);
}
