import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A browser: where it may be, and how it is installed. */
export interface Browser {
  /** As people call it, and the variable that names its path. */
  readonly name: string;
  readonly variable: string;
  /** Programs on the path, and files elsewhere. */
  readonly programs: readonly string[];
  readonly places: readonly string[];
  /** Its packages in Debian and its kin, the first set that can be had. */
  readonly debian: readonly (readonly string[])[];
  /** What Playwright calls its own download, if it has one. */
  readonly download?: string;
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed({ variable, programs, places }: Browser): string | undefined {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => programs.map((name) => join(folder, name)));
  const named = process.env[variable];
  return [...(named ? [named] : []), ...onPath, ...places].find(executable);
}

function run(command: string, args: readonly string[]): boolean {
  process.stderr.write(`Installing a browser: ${command} ${args.join(' ')}\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

/** As root on Debian and its kin the system's own package, else Playwright's download. */
function install({ debian, download }: Browser): void {
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    run('apt-get', ['update', '-qq']);
    if (debian.some((names) => run('apt-get', ['install', '-y', '-qq', ...names]))) return;
  }
  if (download !== undefined) run('npx', ['playwright', 'install', download]);
}

/**
 * The path of a browser: the one named by its variable, an installed one, or one installed now.
 *
 * @throws when there is none and none can be installed.
 */
export function findOrInstall(browser: Browser): string {
  const found = installed(browser);
  if (found) return found;
  install(browser);
  const now = installed(browser);
  if (now) return now;
  const { name, variable } = browser;
  throw new Error(
    `No ${name} found, and none could be installed. Install one, or set ${variable}.`,
  );
}
