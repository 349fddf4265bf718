import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { BrowserHistory } from 'history';
import { useEffect, type ComponentProps } from 'react';
import {
  Link,
  Navigate,
  Route as RouteElement,
  Routes,
  unstable_HistoryRouter as HistoryRouter,
  useLocation,
} from 'react-router-dom';
import type { MeClient } from '../client/me-client.ts';
import { ClientProvider } from '../data/client-context.tsx';
import { useSessionEnd } from '../data/session-end.ts';
import { useForgetOthers, useUserQuery } from '../data/user.ts';
import { dropForeignDrafts } from '../form/drafts.ts';
import { useText } from '../i18n/text.tsx';
import { AccountGate } from './account-gate.tsx';
import { LocaleProvider, type LoadedLocale } from './locale.tsx';
import { routes } from './routes.ts';
import { SessionEnded } from './session-ended.tsx';
import { Shell } from './shell.tsx';
import { ThemeSync } from './theme-sync.tsx';
import { UnsavedGuard } from './unsaved-guard.tsx';

export interface AppProps {
  client: MeClient;
  queryClient: QueryClient;
  history: BrowserHistory;
  locale: LoadedLocale;
}

/** The whole page. */
export function App({ client, queryClient, history, locale }: AppProps) {
  return (
    <ClientProvider client={client}>
      <QueryClientProvider client={queryClient}>
        <LocaleProvider initial={locale}>
          {/* The router wants its own history type; this one has every method that it calls. */}
          <HistoryRouter
            history={history as unknown as ComponentProps<typeof HistoryRouter>['history']}
            // A click shows the page's title at once, and its outline until its code is here.
            useTransitions={false}
          >
            <Pages history={history} />
          </HistoryRouter>
        </LocaleProvider>
      </QueryClientProvider>
    </ClientProvider>
  );
}

function Pages({ history }: { history: BrowserHistory }) {
  const t = useText();
  const end = useSessionEnd();
  const userId = useUserQuery().data?.value.id;
  useOnlyAccount(userId);
  if (end) return <SessionEnded end={end} />;
  return (
    <>
      <Routes>
        <RouteElement path="/" element={<Navigate to="/profile" replace />} />
        {routes.map((route) => (
          <RouteElement
            key={route.path}
            path={route.path}
            element={
              <Shell title={t(route.title)} about={t(route.about)}>
                <AccountGate key={route.path} route={route} />
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

/** Nothing of anybody but the signed-in person stays: not in the cache, not in storage. */
function useOnlyAccount(userId: string | undefined): void {
  useForgetOthers(userId);
  useEffect(() => {
    if (userId) dropForeignDrafts(userId);
  }, [userId]);
}

function NotFound() {
  const t = useText();
  const { pathname } = useLocation();
  return (
    <Shell title={t('page.notFound')} about={t('page.notFound.about', { path: pathname })}>
      <p>
        <Link to="/profile">{t('page.notFound.back')}</Link>
      </p>
    </Shell>
  );
}
