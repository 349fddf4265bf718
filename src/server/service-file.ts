import { rmSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';

/** How a program with access to the data directory reaches the running service. */
const serviceFile = z.object({ url: z.string(), secret: z.optional(z.string()), pid: z.number() });
export type ServiceFile = z.output<typeof serviceFile>;

const pathIn = (dataDir: string) => join(dataDir, 'service.json');

/** Writes where the service listens; readable by its own user alone. */
export async function writeServiceFile(dataDir: string, content: ServiceFile): Promise<void> {
  const draft = `${pathIn(dataDir)}.tmp`;
  await writeFile(draft, JSON.stringify(content), { mode: 0o600 });
  await rename(draft, pathIn(dataDir));
}

export const removeServiceFile = (dataDir: string): void =>
  rmSync(pathIn(dataDir), { force: true });

/** What the running service wrote, or nothing when none runs. */
export async function readServiceFile(dataDir: string): Promise<ServiceFile | undefined> {
  try {
    return serviceFile.parse(JSON.parse(await readFile(pathIn(dataDir), 'utf8')));
  } catch {
    return undefined;
  }
}
