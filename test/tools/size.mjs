/**
 * Prints what each page loads (brotli, as the service sends it) and fails over the budgets, or when
 * the first card needs more than the document, one script, the styles and `/me`. A page's load is the
 * entry, its own chunks with its English words, and everything these import statically; what comes
 * later, on intent, is listed apart.
 */
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

/**
 * kB of 1000 bytes. Script has no more than 1 kB to spare on the largest page, so that what a change
 * adds is seen: a change that makes the pages smaller lowers the budget with them.
 */
const budgets = { js: 134, css: 8, embed: 6 };

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
const css = new Set(
  Object.values(manifest).flatMap((chunk) =>
    chunk.file.endsWith('.css') ? [chunk.file] : (chunk.css ?? []),
  ),
);
const cssSize = sum([...css].map(size));

let failed = false;
const embed = size('embed.js');
console.log(`embed.js, which a host's page loads    ${shown(embed)}   budget ${budgets.embed}`);
if (embed > budgets.embed) failed = true;
console.log(`CSS, one file for all pages           ${shown(cssSize)}   budget ${budgets.css}`);
if (cssSize > budgets.css) failed = true;

/** What each page loads beyond the entry, which holds the first card of the profile. */
const messages = 'src/i18n/messages/en';
const pages = {
  profile: ['src/pages/profile/more-cards.tsx'],
  preferences: ['src/pages/preferences/preferences-page.tsx', `${messages}/preferences.json`],
  usage: ['src/pages/usage/usage-page.tsx', `${messages}/usage.json`],
  sessions: ['src/pages/sessions/sessions-page.tsx', `${messages}/sessions.json`],
  'danger-zone': ['src/pages/danger-zone/danger-zone-page.tsx', `${messages}/danger.json`],
};

const entryFiles = [...closure([entry])].map((key) => manifest[key].file);
console.log(`JS before the first card can be used  ${shown(sum(entryFiles.map(size)))}`);
if (entryFiles.length > 1) {
  failed = true;
  console.error(`the entry is split into ${entryFiles.length} files: ${entryFiles.join(', ')}`);
}

const withPages = new Set();
for (const [name, parts] of Object.entries(pages)) {
  const chunks = closure([entry, ...parts]);
  for (const chunk of chunks) withPages.add(chunk);
  const js = sum([...new Set([...chunks].map((key) => manifest[key].file))].map(size));
  console.log(`JS of /${name.padEnd(29)}  ${shown(js)}   budget ${budgets.js}`);
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
process.exitCode = failed ? 1 : 0;
