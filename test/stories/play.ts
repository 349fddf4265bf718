import { configure, expect, userEvent, waitFor, within } from 'storybook/test';
import type { Translate } from '../../src/i18n/text.tsx';
import { loadMessages } from '../../src/i18n/catalogue.ts';
import { formatOf } from '../../src/i18n/intl.tsx';
import { chooseLocale } from '../../src/i18n/locales.ts';

// What is announced stands in the page a second time, for screen readers alone.
configure({ defaultIgnore: 'script, style, body > [aria-live]' });

export interface Acting {
  /** Everything on the page: dialogs and popups too. */
  readonly page: ReturnType<typeof within>;
  readonly user: ReturnType<typeof userEvent.setup>;
  /** The page's own words in the language that the toolbar says. */
  readonly t: Translate;
  /** Waits until an alert says something. */
  readonly alerted: (text?: string) => Promise<void>;
}

/** A `play` that finds things by what they are called in the language that is shown. */
export const act =
  (perform: (acting: Acting) => Promise<void>) =>
  async ({ globals }: { globals: Record<string, unknown> }): Promise<void> => {
    const { language, locale } = chooseLocale([String(globals['locale'])]);
    const { message } = formatOf(locale, await loadMessages(language));
    const page = within(document.body);
    await perform({
      page,
      alerted: (text = '') =>
        waitFor(async () => {
          const alerts = page.queryAllByRole('alert').map((alert) => alert.textContent);
          const said = alerts.filter((alert) => alert !== '' && alert.includes(text));
          await expect(said).not.toEqual([]);
        }),
      user: userEvent.setup(),
      t: (id, values) => message(id, values) as string,
    });
  };
