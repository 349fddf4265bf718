import * as z from 'zod/mini';
import { isSecureAddress } from '../contract/addresses.ts';
import { StartupError } from './startup-error.ts';

/** This service as a client of the issuer (OpenID Connect Core 1.0). */
export interface SignInConfig {
  readonly issuer: string;
  readonly jwksUrl: string;
  readonly clientId: string;
  /** Absent for a public client, which PKCE alone protects. */
  readonly clientSecret?: string;
  /** The origin at which people reach the page. */
  readonly publicUrl: string;
}

/** How the service was told to run; made by {@link readConfig} from the environment alone. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Where the embedded database and the demo key lie. */
  readonly dataDir: string;
  /** A PostgreSQL to use instead of the embedded database. */
  readonly databaseUrl?: string;
  readonly logLevel: string;
  /** A JSON file with the page's configuration. */
  readonly pageConfig?: string;
  /** Whose tokens are accepted; absent in demo mode. */
  readonly issuer?: { readonly url: string; readonly audience: string; readonly jwksUrl: string };
  /** How people sign in to the page at the issuer; absent where they do not. */
  readonly signIn?: SignInConfig;
  /** Beside the page's dev server the service runs without a built page. */
  readonly development: boolean;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Keys and tokens travel over these addresses: plain HTTP is for this machine only. */
const secureUrl = z
  .string()
  .check(z.refine(isSecureAddress, { error: 'must be an https URL (http only on loopback)' }));

const environment = z.object({
  PORT: z._default(
    z.string().check(
      z.refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, {
        error: 'must be an integer from 0 to 65535',
      }),
    ),
    '3000',
  ),
  HOST: z._default(
    z.string().check(
      z.refine((text) => /^[\w.:%-]+$/.test(text), {
        error: 'must be a host name or IP address',
      }),
    ),
    '127.0.0.1',
  ),
  DATA_DIR: z._default(
    z
      .string()
      .check(
        z.refine((text) => !text.includes('\0'), { error: 'must be the path of a directory' }),
      ),
    '.data',
  ),
  DATABASE_URL: z.optional(
    z.string().check(
      z.refine((text) => /^postgres(?:ql)?:\/\//.test(text) && URL.canParse(text), {
        error: 'must be a postgres:// or postgresql:// URL',
      }),
    ),
  ),
  NODE_ENV: z.optional(
    z.enum(['production', 'development', 'test'], 'must be production, development or test'),
  ),
  LOG_LEVEL: z._default(z.enum(logLevels, `must be one of ${logLevels.join(', ')}`), 'info'),
  PAGE_CONFIG: z.optional(z.string()),
  ISSUER: z.optional(secureUrl),
  AUDIENCE: z.optional(z.string()),
  JWKS_URL: z.optional(secureUrl),
  CLIENT_ID: z.optional(z.string()),
  CLIENT_SECRET: z.optional(z.string()),
  PUBLIC_URL: z.optional(
    secureUrl.check(
      z.refine((text) => URL.canParse(text) && new URL(text).origin === text.replace(/\/$/, ''), {
        error: 'must be an origin such as https://account.example.com, without a path',
      }),
    ),
  ),
});

/**
 * `value` as it may be shown: passwords in URLs become `***`. A password may hold any character, and
 * what is shown may be no URL at all: up to the last `@` everything counts as password, for hiding
 * too much does no harm.
 */
export function redact(value: string): string {
  return value
    .replace(/([?&]\w*password=)[^&]*/gi, '$1***')
    .replace(/^(\s*(?:[a-z][a-z\d+.-]*:\/\/)?[^:/?#]*):.*@/is, '$1:***@');
}

/**
 * Reads the configuration; an empty variable counts as unset.
 *
 * @throws StartupError naming the variable, its value (secrets redacted) and the rule it breaks
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(environment.shape)
      .map((name) => [name, env[name]] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0]);
    throw new StartupError(`${name} is "${redact(given[name] ?? '')}" but ${issue?.message ?? ''}`);
  }
  const { ISSUER, AUDIENCE, JWKS_URL, CLIENT_ID, CLIENT_SECRET, PUBLIC_URL, ...rest } = parsed.data;
  for (const [name, value] of Object.entries({ AUDIENCE, JWKS_URL })) {
    if (ISSUER && !value) throw new StartupError(`${name} is not set but is required with ISSUER`);
    if (!ISSUER && value) {
      throw new StartupError(`${name} is "${redact(value)}" but ISSUER is not set: set ISSUER too`);
    }
  }
  if (CLIENT_ID && !ISSUER) {
    throw new StartupError('ISSUER is not set but is required with CLIENT_ID');
  }
  if (CLIENT_ID && !PUBLIC_URL) {
    throw new StartupError('PUBLIC_URL is not set but is required with CLIENT_ID');
  }
  for (const [name, value] of Object.entries({ CLIENT_SECRET, PUBLIC_URL })) {
    if (!CLIENT_ID && value) {
      throw new StartupError(`${name} is set but CLIENT_ID is not: set CLIENT_ID too`);
    }
  }
  if (!ISSUER && rest.NODE_ENV === 'production') {
    throw new StartupError(
      'ISSUER is not set and NODE_ENV is "production": set ISSUER, AUDIENCE and JWKS_URL, for demo mode lets anybody sign in',
    );
  }
  return {
    port: Number(rest.PORT),
    host: rest.HOST,
    dataDir: rest.DATA_DIR,
    logLevel: rest.LOG_LEVEL,
    development: rest.NODE_ENV === 'development',
    ...(rest.DATABASE_URL && { databaseUrl: rest.DATABASE_URL }),
    ...(rest.PAGE_CONFIG && { pageConfig: rest.PAGE_CONFIG }),
    ...(ISSUER && AUDIENCE && JWKS_URL
      ? { issuer: { url: ISSUER, audience: AUDIENCE, jwksUrl: JWKS_URL } }
      : {}),
    ...(ISSUER && JWKS_URL && CLIENT_ID && PUBLIC_URL
      ? {
          signIn: {
            issuer: ISSUER,
            jwksUrl: JWKS_URL,
            clientId: CLIENT_ID,
            ...(CLIENT_SECRET && { clientSecret: CLIENT_SECRET }),
            publicUrl: new URL(PUBLIC_URL).origin,
          },
        }
      : {}),
  };
}
