import { parseArgs } from 'node:util';
import { backendKinds } from '../contract/page-config.ts';

/** The dialect that is checked, by the name that the page's configuration has for it. */
export type Profile = (typeof backendKinds)[number];

export interface Options {
  /** Without a slash at the end. */
  readonly url: string;
  readonly token: string;
  readonly secondToken: string | undefined;
  readonly profile: Profile;
  readonly write: boolean;
  readonly throwaway: boolean;
  /** Where a page stands that is not the backend's own: whether its calls come through is checked. */
  readonly origin?: string | undefined;
  readonly json: boolean;
}

export const usage = `Usage: npm run conformance -- --url <base> --token <token> [options]

  --url <base>            where the backend stands: <base>/me, or <base>/api/sdk/v2/resources/call
  --token <token>         signs the calls: a bearer token, with --profile mirra an API key
                          (also: the environment variable CONFORMANCE_TOKEN)
  --profile <name>        rest (default), bird or mirra: which dialect the backend speaks
  --write                 change each field, read it back, and restore it as it was;
                          without it nothing but reads is ever sent
  --second-token <token>  another sign-in of the same account, which is signed out with --write
                          (also: CONFORMANCE_SECOND_TOKEN)
  --throwaway             with --write: this account may be destroyed. Signs out all its other
                          devices, and at last deletes it
  --origin <origin>       where the page stands, when that is not where the backend does, such as
                          https://app.example.com: checks that its calls come through (CORS)
  --json                  print one JSON document instead of the report
  --help                  print this

Use an account made for tests: with --write its name and username change for a moment. A contact point
that is verified changes only with --throwaway. Until all is as it was, how it was is in a file
conformance-*.json in the directory for temporary files.
Exit code: 0 nothing is wrong, 1 something is wrong or the user cannot be read, 2 bad arguments.
With --json, call it as "npm run --silent conformance -- ..." so that npm prints nothing itself.
`;

/** Arguments that cannot be used: one line for each. */
export class BadArguments extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

const flags = {
  url: { type: 'string' },
  token: { type: 'string' },
  'second-token': { type: 'string' },
  profile: { type: 'string' },
  write: { type: 'boolean' },
  throwaway: { type: 'boolean' },
  origin: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

interface Given {
  readonly texts: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
  readonly lines: readonly string[];
}

/** Not by Node's strictness: that ends at the first argument that is wrong. */
function parsed(args: readonly string[]): Given {
  const { tokens } = parseArgs({ args: [...args], options: flags, strict: false, tokens: true });
  const texts = new Map<string, string>();
  const switches = new Set<string>();
  const lines: string[] = [];
  const types: Readonly<Record<string, { readonly type: string } | undefined>> = flags;
  for (const token of tokens) {
    if (token.kind === 'positional') lines.push(`"${token.value}" belongs to no option`);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const type = types[name]?.type;
    if (type === undefined) lines.push(`${rawName} is no option`);
    else if (type === 'boolean' && value !== undefined) lines.push(`${rawName} takes no value`);
    else if (type === 'boolean') switches.add(name);
    else if (value === undefined || (!inlineValue && value.startsWith('-'))) {
      lines.push(`${rawName} needs a value`);
    } else texts.set(name, value);
  }
  return { texts, switches, lines };
}

/** Whether `value` is the http or https address of a place, and nothing more. */
function isBase(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, search, hash } = new URL(value);
  return /^https?:$/.test(protocol) && `${username}${password}${search}${hash}` === '';
}

/** The origin that `value` is the address of; undefined when it is more than that, or none. */
const originOf = (value: string): string | undefined =>
  isBase(value) && new URL(value).pathname === '/' ? new URL(value).origin : undefined;

/** What a header can carry (RFC 9110, field values), without spaces. */
const isToken = (value: string) => /^[\x21-\x7e]+$/.test(value);

/**
 * Reads the arguments; undefined when help is asked for.
 *
 * @throws BadArguments
 */
export function parseOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Options | undefined {
  const { texts, switches, lines } = parsed(args);
  if (switches.has('help')) return undefined;
  const [write, throwaway] = [switches.has('write'), switches.has('throwaway')];
  const url = texts.get('url');
  const profile = texts.get('profile') ?? 'rest';
  const token = texts.get('token') ?? env['CONFORMANCE_TOKEN'] ?? '';
  const secondToken = texts.get('second-token') ?? env['CONFORMANCE_SECOND_TOKEN'];
  const page = texts.get('origin');
  const origin = page === undefined ? undefined : originOf(page);
  const kind = backendKinds.find((each) => each === profile);
  const rules: readonly (readonly [holds: boolean, line: string])[] = [
    [url !== undefined, '--url is missing: say where the backend stands'],
    [
      url === undefined || isBase(url),
      '--url must be an http or https address without credentials, query or fragment',
    ],
    [token !== '', '--token is missing: it signs the calls'],
    [token === '' || isToken(token), '--token must be visible ASCII without spaces'],
    [
      secondToken === undefined || isToken(secondToken),
      '--second-token must be visible ASCII without spaces',
    ],
    [
      secondToken === undefined || secondToken !== token,
      '--second-token must be another sign-in than --token',
    ],
    [kind !== undefined, `--profile must be one of ${backendKinds.join(', ')}`],
    [
      page === undefined || origin !== undefined,
      '--origin must be an http or https address without a path',
    ],
    [
      origin === undefined || !isBase(url ?? '') || new URL(url ?? '').origin !== origin,
      '--origin must be another one than that of --url: a page there needs no leave',
    ],
    [write || !throwaway, '--throwaway can only be used together with --write'],
  ];
  // An option without its value is told once.
  const isTold = (line: string) => lines.some((told) => told.split(' ')[0] === line.split(' ')[0]);
  const broken = rules.flatMap(([holds, line]) => (holds || isTold(line) ? [] : [line]));
  if (lines.length + broken.length > 0 || url === undefined || kind === undefined) {
    throw new BadArguments([...lines, ...broken]);
  }
  return {
    url: url.replace(/\/+$/, ''),
    token,
    secondToken,
    profile: kind,
    write,
    throwaway,
    origin,
    json: switches.has('json'),
  };
}
