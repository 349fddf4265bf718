import { onlineManager, type QueryClient } from '@tanstack/react-query';
import { createMemoryHistory } from 'history';
import { useState, type ReactNode } from 'react';
import { App } from '../../src/app/app.tsx';
import { PlaceProvider } from '../../src/app/place.tsx';
import { birdCapabilities } from '../../src/client/bird.ts';
import { allCapabilities } from '../../src/client/capabilities.ts';
import type { Capabilities, MeClient } from '../../src/client/me-client.ts';
import type { MemoryBackend } from '../../src/client/memory-backend.ts';
import { createMemoryClient } from '../../src/client/memory.ts';
import { mirraCapabilities } from '../../src/client/mirra-capabilities.ts';
import { scope } from '../../src/data/keys.ts';
import { createQueryClient } from '../../src/data/query-client.ts';
import type { Messages } from '../../src/i18n/catalogue.ts';
import { chooseLocale } from '../../src/i18n/locales.ts';
import { AccountSettingsProvider } from '../../src/library/account-settings-provider.tsx';
import { recordedClient, type Recorded } from './recorded.ts';
import type { Scene, Server } from './scene.ts';

/** What the toolbar says of the account's world. */
export interface Toolbar {
  readonly locale: string;
  readonly theme: 'light' | 'dark' | 'system';
  readonly backend: keyof typeof profiles | `recorded-${Recorded}`;
}

/** What each backend can do; a story's account speaks as one of them. */
const profiles = {
  everything: allCapabilities,
  bird: birdCapabilities,
  mirra: mirraCapabilities,
} as const satisfies Record<string, Capabilities>;

function memoryClient(server: Server, { backend, locale, theme }: Toolbar): MeClient {
  const { before, recorded: _, ...options } = server;
  const memory: MemoryBackend = createMemoryClient({
    ...options,
    all: backend in profiles ? profiles[backend as keyof typeof profiles] : allCapabilities,
    // The account wants what the toolbar says, as far as the story leaves that open.
    user: { locale, ...options.user },
    preferences: { theme, ...options.preferences },
    intercept: (operation) => before?.(operation, memory),
  });
  return memory.client;
}

function clientOf(server: Server, toolbar: Toolbar): MeClient {
  const chosen = /^recorded-(.*)$/.exec(toolbar.backend)?.[1] as Recorded | undefined;
  const recorded = server.recorded ?? chosen;
  return recorded ? recordedClient(recorded) : memoryClient(server, toolbar);
}

/** A cache that asks again at once where it asks again at all. */
function eagerCache(): QueryClient {
  const cache = createQueryClient();
  cache.setQueryDefaults([scope], { ...cache.getQueryDefaults([scope]), retryDelay: 0 });
  return cache;
}

export interface WorldProps {
  scene: Scene;
  toolbar: Toolbar;
  messages: Messages;
  children: ReactNode;
}

/** The account around a story: a card of it as hosts use one, or a page of the whole app. */
export function World({ scene, toolbar, messages, children }: WorldProps) {
  const [queryClient] = useState(() => {
    onlineManager.setOnline(!scene.offline);
    return eagerCache();
  });
  const [client] = useState(() => clientOf(scene.server ?? {}, toolbar));
  const [history] = useState(() =>
    createMemoryHistory({ initialEntries: [scene.page ?? '/profile'] }),
  );
  const { locale, theme } = toolbar;
  if (!scene.page) {
    return (
      <AccountSettingsProvider
        client={client}
        queryClient={queryClient}
        locale={locale}
        theme={theme}
        signInUrl={scene.settings?.signInUrl}
      >
        {children}
      </AccountSettingsProvider>
    );
  }
  const page = (
    <App
      client={client}
      queryClient={queryClient}
      history={history}
      locale={{ choice: chooseLocale([locale]), messages }}
      settings={{ auth: 'bearer', ...scene.settings }}
    />
  );
  return scene.place ? (
    <PlaceProvider value={{ locale, ...scene.place }}>{page}</PlaceProvider>
  ) : (
    page
  );
}
