import type { QueryClient } from '@tanstack/react-query';
import { createMemoryHistory, type History } from 'history';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { UNSAFE_LocationContext, UNSAFE_RouteContext } from 'react-router-dom';
import { Providers, Routing, useOnlyAccount } from '../app/app.tsx';
import type { LoadedLocale } from '../app/locale.tsx';
import { PlaceProvider, type Place } from '../app/place.tsx';
import type { MeClient } from '../client/me-client.ts';
import type { PageName } from '../contract/page-names.ts';
import { watchAccount, type AccountEvent } from '../data/account-events.ts';
import { createQueryClient, prepareQueryClient } from '../data/query-client.ts';
import { useUserQuery } from '../data/user.ts';
import { countUnsaved, subscribeUnsaved } from '../form/unsaved.ts';
import { firstMessages } from '../i18n/catalogue.ts';

/** What happens on the page; no event has anything of the person in it. */
export type AccountSettingsEvent =
  | AccountEvent
  /** Whether there are changes that are not saved. */
  | { readonly type: 'dirty'; readonly dirty: boolean };

export interface AccountSettingsProviderProps {
  /** From `createClient`. */
  client: MeClient;
  /** A cache to share; by default one of its own. */
  queryClient?: QueryClient | undefined;
  /** A language tag (BCP 47). Without it the account decides, then the browser. */
  locale?: string | undefined;
  /** `light` by default; `system` follows the device. */
  theme?: 'light' | 'dark' | 'system' | undefined;
  /** Where people sign in when their session has ended; `next` is added. Without it they can try again. */
  signInUrl?: string | undefined;
  /** Which pages there are; all by default. */
  pages?: readonly PageName[] | undefined;
  onEvent?: ((event: AccountSettingsEvent) => void) | undefined;
  children: ReactNode;
}

/** English is there at once, on a server too; other languages come as soon as the browser has them. */
const firstLocale = (): LoadedLocale => ({
  choice: { language: 'en', locale: 'en', dir: 'ltr' },
  messages: firstMessages(),
});

const noRoutes = { outlet: null, matches: [], isDataRoute: false };

/** A host may have a router: what stands here has addresses of its own, and leaves the host's alone. */
function OwnRouter({ history, children }: { history: History; children: ReactNode }) {
  return (
    <UNSAFE_LocationContext value={null as never}>
      <UNSAFE_RouteContext value={noRoutes}>
        <Routing history={history}>{children}</Routing>
      </UNSAFE_RouteContext>
    </UNSAFE_LocationContext>
  );
}

export interface AccountPlaceProps extends AccountSettingsProviderProps {
  history: History;
  navigation: Place['navigation'];
}

/** Everything that the account's parts need around them, in somebody's page. */
export function AccountPlace(props: AccountPlaceProps) {
  const { client, locale, theme, signInUrl, pages, navigation, history, children } = props;
  const [own] = useState(() => props.queryClient ?? createQueryClient());
  const queryClient = props.queryClient ?? own;
  const [first] = useState(firstLocale);
  const place = useMemo<Place>(
    () => ({ kind: 'component', navigation, locale, theme }),
    [navigation, locale, theme],
  );
  const settings = useMemo(
    () => ({ auth: 'bearer' as const, signInUrl, ...(pages && { pages: [...pages] }) }),
    [signInUrl, pages],
  );
  const told = useRef(props.onEvent);
  useEffect(() => {
    told.current = props.onEvent;
  });
  useEffect(() => {
    const ends = [
      ...(props.queryClient ? [prepareQueryClient(props.queryClient)] : []),
      watchAccount(queryClient, (event) => told.current?.(event)),
      subscribeUnsaved(() => told.current?.({ type: 'dirty', dirty: countUnsaved() > 0 })),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [props.queryClient, queryClient]);
  return (
    <PlaceProvider value={place}>
      <Providers client={client} queryClient={queryClient} locale={first} settings={settings}>
        <OwnRouter history={history}>{children}</OwnRouter>
      </Providers>
    </PlaceProvider>
  );
}

function OnlyAccount({ children }: { children: ReactNode }) {
  useOnlyAccount(useUserQuery().data?.value);
  return children;
}

/** Gives the cards below it the account, their language and their look. */
export function AccountSettingsProvider(props: AccountSettingsProviderProps) {
  const [history] = useState(() => createMemoryHistory());
  return (
    <AccountPlace {...props} history={history} navigation="none">
      <OnlyAccount>{props.children}</OnlyAccount>
    </AccountPlace>
  );
}
