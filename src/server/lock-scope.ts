import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

const attempt = (read: () => string): string | undefined => {
  try {
    return read().trim();
  } catch {
    return undefined;
  }
};

/**
 * Names the realm in which this process's id means something: one start of one machine, and one PID
 * namespace (container) there. Where the system tells neither, the machine's name has to do.
 */
export function processScope(): string {
  const boot = attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'));
  const namespace = attempt(() => readlinkSync('/proc/self/ns/pid'));
  return createHash('sha256')
    .update(`${boot ?? hostname()} ${namespace ?? ''}`)
    .digest('hex')
    .slice(0, 12);
}
