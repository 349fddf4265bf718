import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededEnv, startService } from './service.ts';

/**
 * Lets the demo people move in once: every service that a test starts gets a copy of their data,
 * which is there in half the time.
 *
 * @returns removes it
 */
export default async function seedOnce(): Promise<() => void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'account-settings-seeded-'));
  const service = await startService(dataDir);
  await service.stop();
  process.env[seededEnv] = dataDir;
  return () => rmSync(dataDir, { recursive: true, force: true });
}
