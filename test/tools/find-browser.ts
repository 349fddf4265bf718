import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed(): string | undefined {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const own = chromium.executablePath();
  const named = process.env['CHROMIUM_PATH'];
  return [...(named ? [named] : []), ...onPath, ...places, own].find(executable);
}

function run(command: string, args: readonly string[]): boolean {
  process.stderr.write(`Installing a browser: ${command} ${args.join(' ')}\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

/** As root on Debian and its kin the system's own package, else Playwright's download. */
function install(): void {
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    run('apt-get', ['update', '-qq']);
    if (run('apt-get', ['install', '-y', '-qq', 'chromium'])) return;
  }
  run('npx', ['playwright', 'install', 'chromium']);
}

/**
 * The path of a Chromium: the one named by `CHROMIUM_PATH`, an installed one, or one installed now.
 *
 * @throws when there is none and none can be installed.
 */
export function findBrowser(): string {
  const found = installed();
  if (found) return found;
  install();
  const now = installed();
  if (now) return now;
  throw new Error(
    'No Chromium found, and none could be installed. Install one, or set CHROMIUM_PATH.',
  );
}

/** What Chromium needs in containers, and what keeps it from asking the outside for anything. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
