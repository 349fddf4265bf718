import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { History } from 'history';
import { useEffect, type ComponentProps, type ReactNode } from 'react';
import {
  Link,
  Navigate,
  Route as RouteElement,
  Routes,
  unstable_HistoryRouter as HistoryRouter,
  useLocation,
} from 'react-router-dom';
import type { MeClient } from '../client/me-client.ts';
import type { PageConfig } from '../contract/page-config.ts';
import type { User } from '../contract/user.ts';
import { writerOf } from '../data/account.tsx';
import { CanProvider } from '../data/can.tsx';
import { ClientProvider } from '../data/client-context.tsx';
import { SignInProvider } from '../data/sign-in.tsx';
import { useSessionEnd } from '../data/session-end.ts';
import { useForgetOthers, useUserQuery } from '../data/user.ts';
import { dropForeignDrafts } from '../form/drafts.ts';
import { useText } from '../i18n/text.tsx';
import { silence } from '../ui/announcer.ts';
import { AccountGate } from './account-gate.tsx';
import { End } from './end.tsx';
import { SettingsProvider } from './config/settings.tsx';
import { LocaleProvider, type LoadedLocale } from './locale.tsx';
import { routes, type Route } from './routes.ts';
import { SessionGuard } from './session-guard.tsx';
import { Shell } from './shell.tsx';
import { ThemeSync } from './theme-sync.tsx';
import { UnsavedGuard } from './unsaved-guard.tsx';
import { useOfferedRoutes } from './use-offered-routes.ts';

export interface AppProps {
  client: MeClient;
  queryClient: QueryClient;
  history: History;
  locale: LoadedLocale;
  settings?: PageConfig | undefined;
}

const noSettings: PageConfig = {};

/** Who signs in with a cookie does so on this origin, unless the operator says where. */
const signInOf = ({ signInUrl, auth = 'cookie' }: PageConfig): string | undefined =>
  signInUrl ?? (auth === 'cookie' ? '/sign-in' : undefined);

/** What every part of the page needs around it. */
export function Providers({
  client,
  queryClient,
  locale,
  settings = noSettings,
  children,
}: Omit<AppProps, 'history'> & { children: ReactNode }) {
  return (
    <SettingsProvider value={settings}>
      <SignInProvider value={signInOf(settings)}>
        <ClientProvider client={client}>
          <QueryClientProvider client={queryClient}>
            <CanProvider>
              <LocaleProvider initial={locale}>
                <SessionGuard>{children}</SessionGuard>
              </LocaleProvider>
            </CanProvider>
          </QueryClientProvider>
        </ClientProvider>
      </SignInProvider>
    </SettingsProvider>
  );
}

/** The addresses of the pages, wherever they are kept. */
export function Routing({ history, children }: { history: History; children: ReactNode }) {
  return (
    // The router wants its own history type; this one has every method that it calls.
    <HistoryRouter
      history={history as unknown as ComponentProps<typeof HistoryRouter>['history']}
      // A click shows the page's title at once, and its outline until its code is here.
      useTransitions={false}
    >
      {children}
    </HistoryRouter>
  );
}

/** The whole page. */
export function App({ history, ...around }: AppProps) {
  return (
    <Providers {...around}>
      <Routing history={history}>
        <Pages history={history} />
      </Routing>
    </Providers>
  );
}

/** The pages by their addresses, or how the session ended. */
export function Pages({ history }: { history: History }) {
  const t = useText();
  const end = useSessionEnd();
  const user = useUserQuery().data?.value;
  const userId = user?.id;
  const offered = useOfferedRoutes();
  useOnlyAccount(user);
  if (end) return <End />;
  return (
    <>
      <Routes>
        <RouteElement path="/" element={<Navigate to={offered[0]?.path ?? '/profile'} replace />} />
        {routes.map((route) => (
          <RouteElement
            key={route.path}
            path={route.path}
            element={
              <Shell title={t(route.title)} about={t(route.about)}>
                {offered.includes(route) ? (
                  <AccountGate key={route.path} title={route.title} page={route.page} />
                ) : (
                  <Elsewhere to={offered[0]} why={t('page.notOffered')} />
                )}
              </Shell>
            }
          />
        ))}
        <RouteElement path="*" element={<NotFound />} />
      </Routes>
      <UnsavedGuard history={history} />
      {userId && <ThemeSync userId={userId} />}
    </>
  );
}

/** Keeps nothing of anybody but the signed-in person in the cache, in storage, or in what was announced. */
export function useOnlyAccount(user: User | undefined): void {
  useForgetOthers(user?.id);
  const writer = user && writerOf(user);
  useEffect(() => {
    if (!writer) return;
    dropForeignDrafts(writer);
    return silence;
  }, [writer]);
}

function NotFound() {
  const t = useText();
  const { pathname } = useLocation();
  return (
    <Shell title={t('page.notFound')} about={t('page.notFound.about', { path: pathname })}>
      <Elsewhere to={useOfferedRoutes()[0]} />
    </Shell>
  );
}

/** That a page is not here, and the way to one that is. */
function Elsewhere({ to, why }: { to: Route | undefined; why?: string }) {
  const t = useText();
  return (
    <>
      {why && <p>{why}</p>}
      {to && (
        <p>
          <Link to={to.path} className="as-shell-elsewhere">
            {t('page.elsewhere', { page: t(to.title) })}
          </Link>
        </p>
      )}
    </>
  );
}
