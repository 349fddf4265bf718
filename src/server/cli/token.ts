import { parseArgs } from 'node:util';
import { name as nameRule } from '../../contract/rules.ts';
import { readConfig } from '../config.ts';
import { readServiceFile } from '../service-file.ts';
import { reasonOf, StartupError } from '../startup-error.ts';

const usage = 'npm run -s token -- <username> [--api-key] [--acting <name>], or -- --service';

/** What `POST /demo/token` is asked for. */
type Wanted = { username: string; kind: 'token' | 'api-key'; actor?: string } | { kind: 'service' };

const options = {
  'api-key': { type: 'boolean' },
  acting: { type: 'string' },
  service: { type: 'boolean' },
} as const;

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    // The first sentence says what is wrong, the others how to quote in a shell.
    const [reason = ''] = reasonOf(error).split(/\.(?: |$)/, 1);
    throw new StartupError(`${reason}. Say: ${usage}`);
  }
}

/** @throws StartupError for arguments that say nothing, or two things at once */
function readWanted(args: string[]): Wanted {
  const { values, positionals } = parse(args);
  const [username, ...more] = positionals;
  const { acting } = values;
  if (values.service) {
    if (username === undefined && !values['api-key'] && acting === undefined) {
      return { kind: 'service' };
    }
    throw new StartupError('--service stands alone: a service names the person in every request');
  }
  if (!username) throw new StartupError(`Say who: ${usage}`);
  if (more.length > 0) throw new StartupError(`Say one username only: ${usage}`);
  if (acting !== undefined && !nameRule.safeParse(acting).success) {
    throw new StartupError('--acting needs a name of 1 to 100 characters, on one line');
  }
  return {
    username,
    kind: values['api-key'] ? 'api-key' : 'token',
    ...(acting !== undefined && { actor: acting }),
  };
}

/** Signs in to the running demo and answers a token or key. Throws StartupError, one line each. */
async function fetchToken(args: string[]): Promise<string> {
  const wanted = readWanted(args);
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
    headers: {
      authorization: `Bearer ${service.secret}`,
      'content-type': 'application/json',
      'user-agent': '',
    },
    body: JSON.stringify(wanted),
  }).catch(() => {
    throw new StartupError(notRunning);
  });
  const answer = (await response.json().catch(() => ({}))) as { token?: string; known?: string[] };
  if (answer.token) return answer.token;
  if (answer.known && 'username' in wanted) {
    throw new StartupError(
      `Nobody is called "${wanted.username}". Known: ${answer.known.join(', ')}`,
    );
  }
  throw new StartupError(`The service answered ${response.status}: is it another one's port?`);
}

fetchToken(process.argv.slice(2)).then(
  (token) => process.stdout.write(`${token}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
