import { createClient, type ClientOptions } from '../../client/create-client.ts';
import { isOwnOrigin } from '../../client/http.ts';
import type { MeClient } from '../../client/me-client.ts';
import type { GetToken } from '../../client/token-source.ts';
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
  /** A token for the backend; asked for when the last one ends or is refused. */
  getToken: GetToken;
}

declare global {
  interface Window {
    accountSettings?: Partial<Host>;
  }
}

function hostToken(): GetToken {
  if (typeof window.accountSettings?.getToken !== 'function')
    throw new ConfigError([{ key: 'auth', rule: 'bearer_without_host', value: '"bearer"' }]);
  return async (request) => {
    const token: unknown = await window.accountSettings?.getToken?.(request);
    if (typeof token !== 'string' || token === '') throw new Error('the host gave no token');
    return token;
  };
}

/** What the configuration says of the backend, however the calls are signed. */
export const backendOf = ({ backend, can }: PageConfig): ClientOptions => ({ ...backend, can });

function createConfiguredClient(config: PageConfig): MeClient {
  const { auth = 'cookie' } = config;
  const backend = backendOf(config);
  return createClient({
    ...backend,
    ...(auth === 'bearer' && { getToken: hostToken() }),
    ...(auth === 'cookie' && !isOwnOrigin(backend) && { credentials: 'include' }),
  });
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
 * The configuration: the text of the document's data block, else the file beside the page.
 *
 * @throws ConfigError naming everything that is wrong with it
 */
export const readConfig = (block: string | undefined): Promise<PageConfig> =>
  block === undefined ? fetchConfig() : Promise.resolve(block).then(parsePageConfig);

/**
 * The page as its operator configured it.
 *
 * @throws ConfigError as `readConfig` does
 */
export async function configured(block: string | undefined): Promise<Setup> {
  const config = await readConfig(block);
  const client = createConfiguredClient(config);
  applyBrand(config.brand);
  return { config, client };
}
