import { readConfig } from '../config.ts';
import { readServiceFile } from '../service-file.ts';
import { StartupError } from '../startup-error.ts';

/** Signs in to the running demo and answers a token. Throws StartupError, one line each. */
async function fetchToken(username: string | undefined): Promise<string> {
  if (!username) throw new StartupError('Say who: npm run -s token -- <username>');
  const config = readConfig(process.env);
  if (config.issuer) {
    throw new StartupError('ISSUER is set, so demo mode is off: get a token from your issuer');
  }
  const notRunning = `The service is not running on DATA_DIR ${config.dataDir}: run "npm start" first`;
  const service = await readServiceFile(config.dataDir);
  if (!service?.secret) throw new StartupError(notRunning);
  // A service that listens everywhere is reached over loopback.
  const url = service.url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');
  const response = await fetch(`${url}/demo/token`, {
    method: 'POST',
    headers: { authorization: `Bearer ${service.secret}`, 'user-agent': '' },
    body: username,
  }).catch(() => {
    throw new StartupError(notRunning);
  });
  const answer = (await response.json().catch(() => ({}))) as { token?: string; known?: string[] };
  if (answer.token) return answer.token;
  if (answer.known) {
    throw new StartupError(`Nobody is called "${username}". Known: ${answer.known.join(', ')}`);
  }
  throw new StartupError(`The service answered ${response.status}: is it another one's port?`);
}

fetchToken(process.argv[2]).then(
  (token) => process.stdout.write(`${token}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
