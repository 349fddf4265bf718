import { createBrowserHistory } from 'history';
import { createRoot } from 'react-dom/client';
import * as z from 'zod/mini';
import '../ui/tokens.css';
import '../ui/base.css';
import './shell.css';
import { createRestClient } from '../client/rest.ts';
import { createQueryClient } from '../data/query-client.ts';
import { userOptions } from '../data/user.ts';
import { prepareAnnouncer } from '../ui/announcer.ts';
import { App } from './app.tsx';
import { initialLocale } from './locale.tsx';
import { routeOf, routes } from './routes.ts';

// Without `eval`, which the page's content security policy refuses and reports.
z.config({ jitless: true });

const client = createRestClient();
const queryClient = createQueryClient();
const history = createBrowserHistory();
const first = routeOf(history.location.pathname) ?? routes[0];

const account = queryClient.prefetchQuery(userOptions(client));
prepareAnnouncer();

/** Milliseconds for which the static shell waits for the account instead of the page's own outline. */
const patience = 500;

/**
 * The first page, its language and the account are awaited, so that all is rendered once and in one
 * go. When the page's code fails to load, the page itself says so and offers to try again.
 */
async function start(): Promise<void> {
  const [locale] = await Promise.all([
    initialLocale(),
    first?.page.load().catch(() => undefined),
    Promise.race([account, new Promise((resolve) => setTimeout(resolve, patience))]),
  ]);
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no element with the id "root"');
  createRoot(root).render(
    <App client={client} queryClient={queryClient} history={history} locale={locale} />,
  );
}

/** The other pages are a few kilobytes each: fetched once this one is there and nothing else is under way. */
async function fetchOtherPages(): Promise<void> {
  await Promise.all([started, account]);
  const idle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 2000));
  idle(() => {
    for (const { page } of routes) void page.load().catch(() => undefined);
  });
}

const started = start();
void fetchOtherPages();
