/**
 * `npm run pictures` takes pictures of every page and key state, light and dark, wide and phone, from
 * left to right and from right to left, and puts those of the README in their place.
 * `npm run pictures -- --against <ref>` takes those of another commit as well, and shows in one page
 * what changed: before, after, difference.
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { parseArgs } from 'node:util';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const { values } = parseArgs({ options: { against: { type: 'string' } } });
const place = 'test-results/pictures';
rmSync(place, { recursive: true, force: true });

/** @param {string} command @param {string[]} args @param {import('node:child_process').SpawnSyncOptions} [options] */
function run(command, args, options = {}) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}

/** @param {string} name */
function take(name) {
  const out = `${place}/${name}`;
  mkdirSync(out, { recursive: true });
  const env = { ...process.env, PICTURES: out };
  run('npx', ['playwright', 'test', '--config', 'test/pictures/pictures.config.ts'], { env });
  return readdirSync(out).sort();
}

/** The stories of another commit, built with what is installed here. @param {string} ref */
function buildOther(ref) {
  const tree = `${place}/tree`;
  run('git', ['worktree', 'add', '--detach', '--force', tree, ref]);
  try {
    symlinkSync('../../../node_modules', `${tree}/node_modules`);
    run('npx', ['storybook', 'build', '-o', '../../../dist/storybook', '--quiet'], { cwd: tree });
  } finally {
    run('git', ['worktree', 'remove', '--force', tree]);
  }
}

/** @param {string} name @returns {number | undefined} how many pixels differ; undefined: of another size */
function compare(name) {
  const [before, after] = ['before', 'after'].map((when) =>
    PNG.sync.read(readFileSync(`${place}/${when}/${name}`)),
  );
  if (!before || !after) throw new Error(`no pictures ${name}`);
  const { width, height } = after;
  if (before.width !== width || before.height !== height) return undefined;
  const difference = new PNG({ width, height });
  const count = pixelmatch(before.data, after.data, difference.data, width, height, {
    threshold: 0.1,
  });
  if (count > 0) writeFileSync(`${place}/difference/${name}`, PNG.sync.write(difference));
  return count;
}

/** @param {string} name @param {string} what @param {readonly string[]} shown */
const figure = (name, what, shown) =>
  `<section><h2>${name}</h2><p>${what}</p><div>${shown
    .map(
      (when) =>
        `<figure><figcaption>${when}</figcaption><img loading="lazy" src="${when}/${name}" alt="${when}"></figure>`,
    )
    .join('')}</div></section>`;

/** @param {string[]} before @param {string[]} after @param {string} ref */
function report(before, after, ref) {
  mkdirSync(`${place}/difference`, { recursive: true });
  const changed = [];
  for (const name of new Set([...before, ...after])) {
    if (!before.includes(name)) changed.push(figure(name, 'new', ['after']));
    else if (!after.includes(name)) changed.push(figure(name, 'gone', ['before']));
    else {
      const count = compare(name);
      if (count === undefined) changed.push(figure(name, 'of another size', ['before', 'after']));
      else if (count > 0) {
        changed.push(figure(name, `${count} pixels`, ['before', 'after', 'difference']));
      }
    }
  }
  const title = `${changed.length} of ${after.length} pictures differ from ${ref}`;
  writeFileSync(
    `${place}/index.html`,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
<style>body{font:16px system-ui;margin:2rem}div{display:flex;gap:1rem;align-items:start}figure{margin:0;flex:1}img{max-width:100%;border:1px solid #ccc}h2{font-size:1rem}</style>
<h1>${title}</h1>${changed.join('\n')}</html>\n`,
  );
  console.log(`${title}: ${place}/index.html`);
}

run('node', ['test/tools/storybook.mjs']);
const after = take('after');
for (const page of ['profile', 'preferences', 'usage', 'sessions', 'danger-zone']) {
  for (const [name, source] of [
    ['light', 'light-wide'],
    ['dark', 'dark-wide'],
    ['phone', 'light-phone'],
  ]) {
    copyFileSync(
      `${place}/after/${page}-full-en-${source}.png`,
      `docs/pictures/${page}-${name}.png`,
    );
  }
}
if (values.against !== undefined) {
  buildOther(values.against);
  const before = take('before');
  report(before, after, values.against);
  run('node', ['test/tools/storybook.mjs']);
} else console.log(`${after.length} pictures: ${place}/after`);
