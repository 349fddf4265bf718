/**
 * Runs everything: the build, the checks, every test suite, the size budgets. The last line is
 * `N passed, N failed`, each check counting as one. Exits with 1 when anything failed or nothing ran.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const reports = 'test-results';
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

let passed = 0;
let failed = 0;

/** @param {string} command @param {string[]} args @returns {Promise<boolean>} whether it ended well */
function run(command, args) {
  console.log(`\n> ${command} ${args.join(' ')}`);
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit' });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

/**
 * Counts checks that run beside others: what one says is printed in one piece, at its end.
 *
 * @param {string[]} names of npm scripts, one after the other
 */
async function lane(...names) {
  for (const name of names) {
    const child = spawn('npm', ['run', '--silent', name], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
    const [code] = await once(child, 'close');
    console.log(`\n> npm run ${name}\n${said}`);
    count(code === 0);
  }
}

/** @param {boolean} well */
function count(well) {
  if (well) passed += 1;
  else failed += 1;
}

/**
 * A suite with a report; a runner that fails without a failed test (nothing ran, a crash, an
 * unhandled error) counts as one failure.
 *
 * @param {string[]} command @param {() => { passed: number, failed: number }} read
 */
async function suite([program = '', ...args], read) {
  const well = await run(program, args);
  let result = { passed: 0, failed: 0 };
  try {
    result = read();
  } catch (error) {
    console.error('No report:', error);
  }
  const silent = result.failed === 0 && (!well || result.passed === 0);
  passed += result.passed;
  failed += result.failed + (silent ? 1 : 0);
}

/**
 * How often axe looked at a page, as the tests noted.
 *
 * @param {any[]} suites @returns {number}
 */
const axeChecks = (suites) =>
  suites
    .flatMap(({ suites: inner = [], specs = [] }) => [
      axeChecks(inner),
      ...specs
        .flatMap((/** @type {any} */ spec) => spec.tests)
        .flatMap((/** @type {any} */ test) => test.annotations)
        .filter((/** @type {any} */ { type }) => type === 'axe checks')
        .map((/** @type {any} */ { description }) => Number(description)),
    ])
    .reduce((sum, count) => sum + count, 0);

/** @param {string} name */
const report = (name) => JSON.parse(readFileSync(`${reports}/${name}`, 'utf8'));

if (await run('npm', ['run', 'build'])) {
  count(true);
  // Most of a check runs on one core.
  await Promise.all([
    lane('check:types', 'check:unused', 'size'),
    lane('check:format', 'check:lint', 'build:storybook'),
  ]);
  await suite(
    [
      'npx',
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${reports}/unit.json`,
    ],
    () => {
      const { numPassedTests, numFailedTests } = report('unit.json');
      return { passed: numPassedTests, failed: numFailedTests };
    },
  );
  await suite(
    [
      'npx',
      'vitest',
      'run',
      '--config=.storybook/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${reports}/stories.json`,
    ],
    () => {
      const { numPassedTests, numFailedTests } = report('stories.json');
      return { passed: numPassedTests, failed: numFailedTests };
    },
  );
  await suite(['npx', 'playwright', 'test'], () => {
    const { suites, stats } = report('e2e.json');
    const { expected, unexpected, flaky } = stats;
    console.log(`\naxe: ${axeChecks(suites)} checks of whole pages`);
    return { passed: expected, failed: unexpected + flaky };
  });
} else {
  count(false);
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
