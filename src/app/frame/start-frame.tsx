// A file of its own: the one that the page loads leaves this part out.
import { createMemoryHistory } from 'history/history.production.min.js';
import { createRoot, type Root } from 'react-dom/client';
import { createPinnedClient } from '../../client/create-client.ts';
import { isPageName, type PageName } from '../../contract/page-names.ts';
import type { PageConfig } from '../../contract/page-config.ts';
import { watchAccount } from '../../data/account-events.ts';
import { createQueryClient } from '../../data/query-client.ts';
import { dropSessionVisit } from '../../data/session-visit.ts';
import { userOptions } from '../../data/user.ts';
import { connectHost, HostUnreachable, type Host } from '../../embed/frame/host-link.ts';
import { dropAllDrafts, hasUnstoredDrafts } from '../../form/drafts.ts';
import { countUnsaved, subscribeUnsaved } from '../../form/unsaved.ts';
import { backendOf, readConfig } from '../config/configured.ts';
import { loadArea } from '../../i18n/catalogue.ts';
import { loadLocale } from '../locale.tsx';
import { routeOf } from '../routes.ts';
import { applyFrameTheme } from './apply-theme.ts';
import { FramedApp } from './framed-app.tsx';
import { createFrameStore, type FrameStore } from './frame-store.ts';
import { AloneNotice } from './notice.tsx';
import { reportHeight } from './report-height.ts';

/** The page of a path such as `/usage`. */
const pageOf = (pathname: string): PageName | undefined => {
  const name = pathname.slice(1);
  return isPageName(name) ? name : undefined;
};

/** The page that the frame's address names. */
const pageOfFrame = () => pageOf(window.location.pathname.replace(/^\/embed/, ''));

/** Whether something typed would go with the frame: it stands in a form, or waits for its form to be back. */
const wouldLose = (): boolean => countUnsaved() > 0 || hasUnstoredDrafts();

/** Exactly the origins of the client that the frame's address names. */
function originsOf({ clients = {} }: PageConfig): readonly string[] {
  const name = new URLSearchParams(window.location.search).get('client') ?? '';
  return Object.hasOwn(clients, name) ? (clients[name]?.origins ?? []) : [];
}

/** A language with the words that only a frame needs. */
async function loadFrameLocale(wanted: readonly (string | undefined)[]) {
  const [locale] = await Promise.all([loadLocale(wanted), loadArea('frame')]);
  return locale;
}

/** Nobody around the page answers: that it belongs into a product, and where it stands by itself. */
async function showUnreachable(root: Root): Promise<void> {
  const page = pageOfFrame() ?? 'profile';
  root.render(
    <AloneNotice
      locale={await loadFrameLocale(navigator.languages)}
      heading="frame.unreachable"
      about="frame.unreachable.about"
      retry="state.retry"
      alone={`/${page}`}
    />,
  );
}

/** Shows the account to whom the host's tokens belong, and tells the host what happens. */
async function show(
  root: Root,
  host: Host,
  store: FrameStore,
  config: PageConfig,
  history: ReturnType<typeof createMemoryHistory>,
) {
  const queryClient = createQueryClient();
  let userId: string | undefined;
  const wipe = () => {
    store.change();
    close();
    queryClient.clear();
    dropAllDrafts();
    if (userId !== undefined) dropSessionVisit(userId);
  };
  const { client, close } = createPinnedClient(
    { ...backendOf(config), getToken: host.getToken, credentials: 'omit' },
    wipe,
  );
  watchAccount(queryClient, host.event);
  subscribeUnsaved(() => host.event({ type: 'dirty', dirty: wouldLose() }));
  const { locale } = store.get().state;
  void queryClient.prefetchQuery(userOptions(client)).then(() => {
    userId = queryClient.getQueryData(userOptions(client).queryKey)?.value.id;
  });
  const [loaded] = await Promise.all([
    loadFrameLocale([locale, config.locale, ...navigator.languages]),
    routeOf(history.location.pathname)
      ?.page.load()
      .catch(() => undefined),
  ]);
  applyFrameTheme(store.get().state.theme, config.brand);
  root.render(
    <FramedApp
      store={store}
      client={client}
      queryClient={queryClient}
      history={history}
      locale={loaded}
      settings={config}
    />,
  );
}

/**
 * The page in a frame: nothing of it is shown, and no token asked for, before a host of the client
 * that the address names has answered.
 *
 * @throws ConfigError
 */
export async function startFrame(element: HTMLElement, block: string | undefined): Promise<void> {
  if (window.parent === window) {
    // Opened by itself, it is the page of its own that is meant.
    window.location.replace(`/${pageOfFrame() ?? ''}`);
    return;
  }
  const root = createRoot(element);
  const history = createMemoryHistory();
  let store: FrameStore | undefined;
  /** The host itself is just changing the page: it need not be told. */
  let isTold = false;
  try {
    const config = await readConfig(block);
    const host = await connectHost(window.parent, originsOf(config), {
      update: (update) => store?.update(update),
      navigate(page) {
        isTold = true;
        history.push(`/${page}`);
        isTold = false;
        return pageOf(history.location.pathname) === page;
      },
      mayUnload: () => !wouldLose(),
    });
    store = createFrameStore(host.state);
    history.replace(`/${host.state.page}`);
    history.listen(({ location }) => {
      const page = pageOf(location.pathname);
      if (page && !isTold) host.navigated(page);
    });
    reportHeight(element, host.resize);
    await show(root, host, store, config, history);
  } catch (error) {
    if (!(error instanceof HostUnreachable)) throw error;
    await showUnreachable(root);
  }
}
