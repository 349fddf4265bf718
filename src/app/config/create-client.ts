import { lowered } from '../../client/capabilities.ts';
import { guarded } from '../../client/guarded.ts';
import { isOwnOrigin, type HttpOptions } from '../../client/http.ts';
import type { MeClient } from '../../client/me-client.ts';
import { createRestClient } from '../../client/rest.ts';
import type { PageConfig } from '../../contract/page-config.ts';
import { ConfigError } from '../../contract/read-page-config.ts';

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

/** The adapter of the backend. Only the reference one's own is part of the first load. */
async function adapterOf(config: PageConfig): Promise<MeClient> {
  const options = httpOptions(config);
  const kind = config.backend?.kind ?? 'rest';
  if (kind !== 'mirra') return createRestClient({ ...options, profile: kind });
  const { createMirraClient } = await import('../../client/mirra.ts');
  return createMirraClient(options);
}

/**
 * The client of the configured backend, which can what its adapter can and the configuration leaves.
 *
 * @throws ConfigError when the host page lacks what the configuration counts on
 */
export async function createClient(config: PageConfig): Promise<MeClient> {
  const client = await adapterOf(config);
  return config.can ? guarded(client, lowered(client.can, config.can)) : client;
}
