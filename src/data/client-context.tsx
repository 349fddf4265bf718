import { createContext, use, type ReactNode } from 'react';
import type { MeClient } from '../client/me-client.ts';

const ClientContext = createContext<MeClient | undefined>(undefined);

export function ClientProvider({ client, children }: { client: MeClient; children: ReactNode }) {
  return <ClientContext value={client}>{children}</ClientContext>;
}

/** The `/me` client of this page. Throws without a provider above: a mistake of the composition. */
export function useClient(): MeClient {
  const client = use(ClientContext);
  if (!client) throw new Error('useClient needs a ClientProvider above it');
  return client;
}
