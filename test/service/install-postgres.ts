import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const output = (command: string, ...args: string[]): string => {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
};

/** The newest installation's programs: on the path, by `pg_config`, or where Debian puts them. */
function findPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
    : [];
  const candidates = [
    ...versions.map((version) => join(debian, version, 'bin')),
    output('pg_config', '--bindir').trim(),
    ...(process.env['PATH'] ?? '').split(':'),
  ];
  return candidates.find(
    (each) => each && existsSync(join(each, 'postgres')) && existsSync(join(each, 'initdb')),
  );
}

/**
 * Where PostgreSQL's programs are; as root on Debian and its kin they are installed when missing.
 *
 * @throws when there is no PostgreSQL and none can be installed: its tests are never skipped.
 */
export function installPrograms(): string {
  const found = findPrograms();
  if (found) return found;
  if (process.getuid?.() === 0 && output('apt-get', '--version')) {
    const options = {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: 'inherit',
    } as const;
    execFileSync('apt-get', ['update'], options);
    execFileSync('apt-get', ['install', '-y', 'postgresql'], options);
  }
  const installed = findPrograms();
  if (installed) return installed;
  throw new Error('These tests need PostgreSQL: install it with the system’s package manager.');
}

/** Once before all suites, because two installations at a time would lock each other out. */
export default function setup(): void {
  installPrograms();
}
