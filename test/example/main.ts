import { startExample } from './start-example.ts';

/** The ports may be set: `PORT` of the product, `SERVICE_PORT` of the service. */
const portOf = (name: string, otherwise: number): number => {
  const given = process.env[name] ?? String(otherwise);
  const port = Number(given);
  if (/^\d{1,5}$/.test(given) && port <= 65_535) return port;
  throw new RangeError(`${name} is "${given}" but must be an integer from 0 to 65535`);
};

try {
  const example = await startExample({
    port: portOf('PORT', 4000),
    servicePort: portOf('SERVICE_PORT', 4001),
  });
  process.stdout.write(
    `The product is ready at ${example.url}\nThe account page it shows is served by ${example.service.url}\n`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void example.stop().then(() => process.exit(0)));
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
