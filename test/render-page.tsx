import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryHistory } from 'history';
import { App } from '../src/app/app.tsx';
import { createMemoryClient } from '../src/client/memory.ts';
import type { MemoryOptions } from '../src/client/memory-backend.ts';
import type { PageConfig } from '../src/contract/page-config.ts';
import { createQueryClient } from '../src/data/query-client.ts';
import { loadMessages } from '../src/i18n/catalogue.ts';
import { chooseLocale } from '../src/i18n/locales.ts';

/** Where the document has the page. */
function place(): HTMLElement {
  const element = document.createElement('div');
  element.className = 'as-place';
  return document.body.appendChild(element);
}

/**
 * Opens a page of the whole app on an in-memory backend, as a person would see it, and waits until
 * its first card is there. `path` may carry a query and a hash.
 */
export async function openPage(
  path: string,
  options: MemoryOptions = {},
  language = 'en',
  settings: PageConfig = {},
) {
  const memory = createMemoryClient({
    ...options,
    user: { locale: language, ...options.user },
  });
  const choice = chooseLocale([language]);
  const history = createMemoryHistory({ initialEntries: [path] });
  const queryClient = createQueryClient();
  const user = userEvent.setup();
  const view = render(
    <App
      client={memory.client}
      queryClient={queryClient}
      history={history}
      locale={{ choice, messages: await loadMessages(choice.language) }}
      settings={settings}
    />,
    { container: place() },
  );
  await screen.findByRole('heading', { level: 1 });
  return { ...view, memory, user, history, queryClient };
}
