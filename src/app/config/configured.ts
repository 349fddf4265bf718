import { createBirdClient } from '../../client/bird.ts';
import { comparing } from '../../client/comparing.ts';
import { guarded } from '../../client/guarded.ts';
import { lowered } from '../../client/lowered.ts';
import { isOwnOrigin, type HttpOptions } from '../../client/http.ts';
import type { MeClient } from '../../client/me-client.ts';
import { createMirraClient } from '../../client/mirra.ts';
import { createRestClient } from '../../client/rest.ts';
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

const adapters = {
  rest: createRestClient,
  bird: createBirdClient,
  mirra: createMirraClient,
} as const satisfies Record<string, (options: HttpOptions) => MeClient>;

function createClient(config: PageConfig): MeClient {
  const client = comparing(adapters[config.backend?.kind ?? 'rest'](httpOptions(config)));
  return config.can ? guarded(client, lowered(client.can, config.can)) : client;
}

/** Beside the page there may be no file; hosts of single pages answer with the page itself then. */
async function fetchConfig(): Promise<PageConfig> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(configFile);
    text = await response.text();
  } catch {
    throw new ConfigError([{ key: configFile, rule: 'unreachable' }]);
  }
  const isPage = /html/i.test(response.headers.get('Content-Type') ?? '');
  if (response.status === 404 || (response.ok && isPage)) return {};
  if (response.ok) return parsePageConfig(text);
  throw new ConfigError([{ key: configFile, rule: 'unreachable', value: String(response.status) }]);
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
