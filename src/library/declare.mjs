/**
 * Writes the declarations of the package beside its code. TypeScript leaves in them what only a
 * bundler understands: the endings of source files, and JSON that is imported for its type.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const out = 'dist/library/types';
const { status } = spawnSync('npx', ['tsc', '-p', 'tsconfig.library.json'], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

// An import for its effect needs no more.
writeFileSync('dist/library/styles.css.d.ts', 'export {};\n');

for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.d.ts')) continue;
  const file = join(out, name);
  const text = readFileSync(file, 'utf8')
    .replace(/(from |import\()(['"])(\.[^'"]*)\.tsx?\2/g, '$1$2$3.js$2')
    // Of a catalogue no more than its keys would be known, and nobody outside needs those.
    .replace(
      /^import type (\w+) from '[^']*\.json';$/gm,
      'declare const $1: Record<string, string>;',
    )
    .replace(/^import '[^']*\.css';\n/gm, '')
    // The same types by the package that hosts have.
    .replaceAll('@tanstack/query-core', '@tanstack/react-query');
  writeFileSync(file, text);
}
