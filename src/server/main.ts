import { fileURLToPath } from 'node:url';
import { readConfig } from './config.ts';
import { people } from './demo/people.ts';
import { startService } from './start.ts';
import type { Service } from './start.ts';
import { StartupError } from './startup-error.ts';

const beside = (path: string) => fileURLToPath(new URL(path, import.meta.url));

function announce({ url, location, isDemo }: Service): void {
  const lines = [`Account Settings is ready at ${url}`, `Data: ${location}`];
  if (isDemo) {
    const names = people.map(({ account }) => account.username).join(', ');
    lines.push(
      `Demo mode: anybody may sign in as ${names}.`,
      `Sign in at ${url}/sign-in or get a token with: npm run -s token -- ada`,
    );
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  let isStopping = false;
  let service: Service | undefined;
  const stop = (running: Service) =>
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // A second signal changes nothing: the data must be closed first.
      if (service && !isStopping) void stop(service);
      isStopping = true;
    });
  }
  service = await startService(config, {
    client: beside('../client'),
    database: beside('./database'),
  });
  if (isStopping) return stop(service);
  announce(service);
}

main().catch((error: unknown) => {
  const text =
    error instanceof StartupError
      ? error.message
      : `Could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
