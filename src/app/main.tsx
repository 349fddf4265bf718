import type { QueryClient } from '@tanstack/react-query';
import { createBrowserHistory } from 'history';
import { createRoot } from 'react-dom/client';
import * as z from 'zod/mini';
import '../ui/tokens.css';
import '../ui/base.css';
import './shell.css';
import type { MeClient } from '../client/me-client.ts';
import type { PageConfig } from '../contract/page-config.ts';
import { createQueryClient } from '../data/query-client.ts';
import { userOptions } from '../data/user.ts';
import { prepareAnnouncer } from '../ui/announcer.ts';
import { whenIdle } from '../ui/when-idle.ts';
import { App } from './app.tsx';
import { configBlock, setUp } from './config/setup.ts';
import { initialLocale } from './locale.tsx';
import { endPage } from './end.tsx';
import { StartFailed } from './start-failed.tsx';
import { offeredRoutes, routeOf, routes } from './routes.ts';

// Without `eval`, which the page's content security policy refuses and reports.
z.config({ jitless: true });

const history = createBrowserHistory();
const first = routeOf(history.location.pathname) ?? routes[0];
prepareAnnouncer();

/** Milliseconds for which the static shell waits for the account instead of the page's own outline. */
const patience = 500;

function place(): HTMLElement {
  const element = document.getElementById('root');
  if (!element) throw new Error('index.html has no element with the id "root"');
  return element;
}

const root = () => createRoot(place());

/**
 * The first page, its language and the account are awaited, so that all is rendered once and in one
 * go. When the page's code fails to load, the page itself says so and offers to try again.
 */
async function show(client: MeClient, queryClient: QueryClient, config: PageConfig): Promise<void> {
  const account = queryClient.prefetchQuery(userOptions(client));
  const [locale] = await Promise.all([
    initialLocale(config.locale),
    first?.page.load().catch(() => undefined),
    Promise.race([account, new Promise((resolve) => setTimeout(resolve, patience))]),
  ]);
  root().render(
    <App
      client={client}
      queryClient={queryClient}
      history={history}
      locale={locale}
      settings={config}
    />,
  );
  await account;
}

/** The other pages are a few kilobytes each: fetched once this one is there and nothing else is under way. */
function fetchOtherPages(client: MeClient, { pages }: PageConfig): void {
  whenIdle(() => {
    for (const page of [...offeredRoutes(client.can, pages).map((route) => route.page), endPage]) {
      void page.load().catch(() => undefined);
    }
  });
}

/** Nothing is shown yet: what is wrong, or that a part of the page could not be fetched. */
async function fail(error: unknown): Promise<void> {
  try {
    const { showConfigProblems } = await import('./config/config-problems.tsx');
    if (await showConfigProblems(root, error)) return;
  } catch {
    // The notice could not be fetched either.
  }
  console.error(error);
  root().render(<StartFailed locale={await initialLocale(undefined)} />);
}

/** The page in a frame is what its document, or its address, says it is: `/embed/<page>`. */
const isFramed = window.location.pathname.startsWith('/embed/');

async function start(): Promise<void> {
  try {
    if (isFramed) {
      const { startFrame } = await import('./frame/start-frame.tsx');
      return await startFrame(place(), configBlock());
    }
    const { config, client } = await setUp();
    await show(client, createQueryClient(), config);
    fetchOtherPages(client, config);
  } catch (error) {
    await fail(error);
  }
}

void start();
