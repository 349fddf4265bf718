import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { migrate } from '../db/migrate.ts';
import { openEmbedded } from '../db/pglite.ts';

/** The last step of the build: what the service would otherwise do at every first start. */

const beside = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Makes the empty, migrated database that first starts copy. */
async function prepareDatabase(directory: string): Promise<void> {
  // A build of the service empties its folder, so one that stands is of this build.
  if (existsSync(directory)) return;
  const draft = `${directory}.new`;
  await rm(draft, { recursive: true, force: true });
  const db = await openEmbedded(draft);
  await migrate(db);
  await db.close();
  await rename(draft, directory);
}

const compressible = /\.(?:css|html|js|json|mjs|svg|txt|webmanifest)$/;

/** Compresses the page's files once, as small as it goes. */
async function compressFiles(directory: string): Promise<void> {
  if (!existsSync(directory)) return;
  const names = await readdir(directory, { recursive: true });
  for (const name of names.filter((each) => compressible.test(each))) {
    const file = join(directory, name);
    if ((await stat(file)).isFile()) await compressFile(file);
  }
}

async function compressFile(file: string): Promise<void> {
  const bytes = await readFile(file);
  const variants = {
    '.br': await promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
      },
    }),
    '.gz': await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
  };
  for (const [suffix, compressed] of Object.entries(variants)) {
    // Tiny files only grow.
    if (compressed.byteLength < bytes.byteLength) await writeFile(file + suffix, compressed);
    else await rm(file + suffix, { force: true });
  }
}

await prepareDatabase(beside('./database'));
await compressFiles(beside('../client'));
