import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { reasonOf, StartupError } from './startup-error.ts';

/**
 * An exclusive lock on a directory, held by this process until it ends, however it ends.
 *
 * Each claimant puts down a file whose **name** says which process it is, then looks for others: of
 * two claimants at least one sees the other. Nothing is ever taken over, so there is no race to take
 * over: a dead process's claim is recognised by its name and removed by whoever finds it.
 */
export interface Lock {
  release(): void;
}

const claim = /^lock-(\d+)-(\d+)-[\da-f]+$/;

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

/** The processes, other than the owner of `own`, that claim the directory and live. */
function otherClaimants(directory: string, own: string): number[] {
  const others: number[] = [];
  for (const name of readdirSync(directory)) {
    const match = claim.exec(name);
    if (!match || name === own) continue;
    const pid = Number(match[1]);
    const started = startTime(pid);
    if (started === Number(match[2])) others.push(pid);
    else rmSync(join(directory, name), { force: true });
  }
  return others;
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
  let holder: number | undefined;
  // Two that start at once may see each other and both step back: they try again, out of step.
  for (let attempt = 0; attempt < 6; attempt += 1) {
    if (attempt > 0) await delay(10 + Math.random() * 60 * attempt);
    const name = `lock-${process.pid}-${startTime(process.pid) ?? 0}-${randomBytes(4).toString('hex')}`;
    const release = () => rmSync(join(directory, name), { force: true });
    try {
      await writeFile(join(directory, name), '', { flag: 'wx', mode: 0o600 });
      holder = otherClaimants(directory, name)[0];
    } catch (error) {
      throw new StartupError(`DATA_DIR ${directory} cannot be written: ${reasonOf(error)}`);
    }
    if (holder === undefined) return { release };
    release();
  }
  throw new StartupError(`DATA_DIR ${directory} is in use by process ${holder}`);
}
