/**
 * Builds the stories into `dist/storybook`, and fails when the build warns of anything.
 */
import { spawnSync } from 'node:child_process';

const { status, stdout, stderr } = spawnSync(
  'npx',
  ['storybook', 'build', '-o', 'dist/storybook'],
  {
    encoding: 'utf8',
  },
);
const output = stdout + stderr;
const warnings = output.split('\n').filter((line) => /\bwarn|\(!\)|▲/i.test(line));
if (status !== 0 || warnings.length > 0) {
  console.error(output);
  process.exitCode = 1;
}
