/**
 * Prints what each page loads (brotli, as the service sends it) and fails over the budgets. A page's
 * own load is the entry, its chunk and everything these import statically; what comes later, on
 * intent, is listed apart.
 */
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

/** kB of 1000 bytes. */
const budgets = { js: 130, css: 8 };
/** The entry and the page: with the document, the styles and `/me` that makes five requests. */
const filesOfFirst = 2;
const first = 'src/pages/profile/profile-page.tsx';

const manifest = JSON.parse(readFileSync('dist/client/.vite/manifest.json', 'utf8'));
const sizes = new Map();

/** @param {string} file */
function size(file) {
  if (!sizes.has(file)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    const bytes = brotliCompressSync(readFileSync(`dist/client/${file}`), { params }).length;
    sizes.set(file, bytes / 1000);
  }
  return sizes.get(file);
}

/** @param {string[]} keys @returns {Set<string>} the files of these chunks and their static imports */
function closure(keys, seen = new Set()) {
  for (const key of keys) {
    if (seen.has(key)) continue;
    seen.add(key);
    closure(manifest[key].imports ?? [], seen);
  }
  return seen;
}

/** @param {Iterable<number>} numbers */
const sum = (numbers) => [...numbers].reduce((total, number) => total + number, 0);
/** @param {number} kB */
const shown = (kB) => `${kB.toFixed(1).padStart(7)} kB`;

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const pages = Object.keys(manifest).filter((key) => /^src\/pages\/.*-page\.tsx$/.test(key));
const css = new Set(
  Object.values(manifest).flatMap((chunk) =>
    chunk.file.endsWith('.css') ? [chunk.file] : (chunk.css ?? []),
  ),
);
const cssSize = sum([...css].map(size));

let failed = false;
console.log(`CSS, one file for all pages   ${shown(cssSize)}   budget ${budgets.css}`);
if (cssSize > budgets.css) failed = true;

const withPages = new Set();
for (const page of pages) {
  const chunks = closure([entry, page]);
  for (const chunk of chunks) withPages.add(chunk);
  const files = [...chunks].map((key) => manifest[key].file);
  const js = sum(files.map(size));
  const isFirst = page === first;
  const name = page.split('/').at(-2);
  console.log(
    `${`/${name}`.padEnd(28)}  ${shown(js)} JS in ${files.length} files${isFirst ? `   budget ${budgets.js}` : ''}`,
  );
  if (isFirst && files.length > filesOfFirst) {
    failed = true;
    console.error(
      `/${name} needs ${files.length} files instead of ${filesOfFirst}: ${files.join(', ')}`,
    );
  }
  if (js > budgets.js) {
    failed = true;
    console.error(`/${name} is over the budget of ${budgets.js} kB`);
  }
}

console.log('On intent:');
for (const [key, chunk] of Object.entries(manifest)) {
  if (withPages.has(key) || !chunk.file.endsWith('.js')) continue;
  console.log(`  ${chunk.file.split('/').at(-1).padEnd(26)}  ${shown(size(chunk.file))}`);
}
if (pages.length !== 5) {
  failed = true;
  console.error(`expected five pages in the build, found ${pages.length}`);
}
process.exitCode = failed ? 1 : 0;
