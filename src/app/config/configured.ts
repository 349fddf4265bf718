import { adapters } from '../../client/adapters.ts';
import { comparing } from '../../client/comparing.ts';
import { guarded } from '../../client/guarded.ts';
import { lowered } from '../../client/lowered.ts';
import { isOwnOrigin, type HttpOptions } from '../../client/http.ts';
import type { MeClient } from '../../client/me-client.ts';
import { createRestClient } from '../../client/rest.ts';
import { samePerson } from '../../client/same-person.ts';
import type { PageConfig } from '../../contract/page-config.ts';
import { ConfigError, parsePageConfig } from '../../contract/read-page-config.ts';
import { applyBrand } from './brand.ts';

/** What the page starts with. */
export interface Setup {
  readonly config: PageConfig;
  /** Can what the backend's adapter can and the configuration leaves. */
  readonly client: MeClient;
}

/** Beside the page. */
const configFile = `${import.meta.env.BASE_URL}config.json`;

/** What a host page that signs the calls defines before this page starts. */
interface Host {
  /** A token for the backend; asked for before each call, so that the host may renew it. */
  getToken(): string | Promise<string>;
}

declare global {
  interface Window {
    accountSettings?: Partial<Host>;
  }
}

function hostToken(): Host['getToken'] {
  if (typeof window.accountSettings?.getToken !== 'function')
    throw new ConfigError([{ key: 'auth', rule: 'bearer_without_host', value: '"bearer"' }]);
  return async () => {
    const token: unknown = await window.accountSettings?.getToken?.();
    if (typeof token !== 'string' || token === '') throw new Error('the host gave no token');
    return token;
  };
}

function httpOptions({ backend = {}, auth = 'cookie' }: PageConfig): HttpOptions {
  const { baseUrl } = backend;
  return {
    baseUrl,
    ...(auth === 'bearer' && { getToken: hostToken() }),
    ...(auth === 'cookie' && !isOwnOrigin({ baseUrl }) && { credentials: 'include' }),
  };
}

function createClient(config: PageConfig): MeClient {
  const { kind = 'rest', extended = false } = config.backend ?? {};
  const options = httpOptions(config);
  const isTold = kind === 'rest' && (extended || isOwnOrigin(options));
  const adapter =
    kind === 'rest' ? createRestClient({ ...options, extended: isTold }) : adapters[kind](options);
  // A token is of one person; a cookie is of whoever signed in last.
  const client = isTold || config.auth === 'bearer' ? adapter : samePerson(adapter);
  const careful = comparing(client);
  return config.can ? guarded(careful, lowered(client.can, config.can)) : careful;
}

/** Milliseconds for the file, which keeps everything waiting. */
const patience = 10_000;

/** Storages of files say 403 of what they do not have. */
const isMissing = (status: number) => [403, 404, 410].includes(status);

/** Beside the page there may be no file; hosts of single pages answer with the page itself then. */
async function fetchConfig(): Promise<PageConfig> {
  const unreachable = (value?: string) =>
    new ConfigError([{ key: configFile, rule: 'unreachable', value }]);
  let response: Response;
  let text: string;
  try {
    response = await fetch(configFile, { signal: AbortSignal.timeout(patience) });
    text = await response.text();
  } catch {
    throw unreachable();
  }
  if (isMissing(response.status)) return {};
  if (!response.ok) throw unreachable(String(response.status));
  return text.trimStart().startsWith('<') ? {} : parsePageConfig(text);
}

/**
 * The page as its operator configured it: by the text of the document's data block, else by the
 * file beside the page.
 *
 * @throws ConfigError naming everything that is wrong with it
 */
export async function configured(block: string | undefined): Promise<Setup> {
  const config = block === undefined ? await fetchConfig() : parsePageConfig(block);
  const client = createClient(config);
  applyBrand(config.brand);
  return { config, client };
}
