import { capabilityResults } from './capabilities.ts';
import { fittingConfig } from './fitting-config.ts';
import { jsonReport } from './json-report.ts';
import { BadArguments, parseOptions, usage } from './options.ts';
import type { Options } from './options.ts';
import { createProgress } from './progress.ts';
import { cut } from './redact.ts';
import { coloured, plain, textReport } from './report.ts';
import { OtherAccount, run } from './run.ts';
import { isFine } from './verdict.ts';

/** Milliseconds in which a second signal is the first one again: npm forwards what it gets. */
const echo = 1000;

/** Where the account as it was is written down, as long as it may not be so again. */
let kept: string | undefined;

const remind = () => {
  if (kept !== undefined) process.stderr.write(`The account as it was is in ${kept}\n`);
};

/** Ctrl-C ends the run after what is under way and restores the account; a second one just ends. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  let stoppedAt: number | undefined;
  const stop = () => {
    if (stoppedAt === undefined) {
      stoppedAt = performance.now();
      process.stderr.write('\nStopping: the account is put back as it was...\n');
      controller.abort();
    } else if (performance.now() - stoppedAt > echo) {
      process.stderr.write('Stopped at once: the account may not be as it was.\n');
      remind();
      process.exit(1);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // A terminal that is gone, or a pipe that nobody reads, is no reason to leave things half done.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return controller.signal;
}

/** Runs, reports, and answers the exit code. */
async function conformance(options: Options): Promise<number> {
  const { stderr, stdout } = process;
  const progress = createProgress(stderr);
  const result = await run(options, {
    progress: progress.show,
    waits: (seconds) => {
      progress.clear();
      stderr.write(`The backend asks to wait ${seconds} s before the account is put back...\n`);
    },
    kept: (path) => {
      kept = path;
    },
    stop: interruption(),
  });
  progress.clear();
  if (result.unreachable !== undefined) {
    stderr.write(`${options.url} cannot be reached: ${cut(result.unreachable)}\n`);
  }
  const results = capabilityResults(result.outcomes);
  const config = fittingConfig(options, result.can, results);
  const paint = stdout.isTTY && !process.env['NO_COLOR'] ? coloured : plain;
  stdout.write(
    options.json
      ? `${JSON.stringify(jsonReport(options, result, config), null, 2)}\n`
      : textReport(result, config, paint),
  );
  return isFine(result) ? 0 : 1;
}

/** Bad arguments are told line by line; whatever else goes wrong in one line, without a trace. */
async function main(): Promise<number> {
  try {
    const options = parseOptions(process.argv.slice(2), process.env);
    if (options) return await conformance(options);
    process.stdout.write(usage);
    return 0;
  } catch (error) {
    if (error instanceof BadArguments) {
      process.stderr.write(`${error.lines.join('\n')}\n\n${usage}`);
      return 2;
    }
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof OtherAccount ? 2 : 1;
  }
}

process.exitCode = await main();
remind();
