import { useEffect, useState, type ReactNode } from 'react';
import { IntlProvider } from '../i18n/intl.tsx';
import { useUserQuery } from '../data/user.ts';
import { loadMessages, type Messages } from '../i18n/catalogue.ts';
import { chooseLocale, type LocaleChoice } from '../i18n/locales.ts';
import { useSettings } from './config/settings.tsx';
import { usePlace } from './place.tsx';
import { readHint, writeHint } from './preferred.ts';

export interface LoadedLocale {
  readonly choice: LocaleChoice;
  readonly messages: Messages;
}

async function load(wanted: readonly (string | undefined)[]): Promise<LoadedLocale> {
  const choice = chooseLocale(wanted);
  return { choice, messages: await loadMessages(choice.language) };
}

/**
 * The language to start in: the last one seen here, else the configured one, else the browser's.
 * Falls back to English.
 */
export const initialLocale = (configured: string | undefined): Promise<LoadedLocale> =>
  loadLocale([readHint('locale'), configured, ...navigator.languages]);

/** The first of the wanted languages that there is, else English. */
export const loadLocale = (wanted: readonly (string | undefined)[]): Promise<LoadedLocale> =>
  load(wanted).catch(() => load(['en']));

/**
 * Shows everything below in the person's language, or in the host's where that says one, and puts it
 * on the document. Follows both live; the page stays in the former language until the next is here.
 */
export function LocaleProvider({
  initial,
  children,
}: {
  initial: LoadedLocale;
  children: ReactNode;
}) {
  const [{ choice, messages }, setLoaded] = useState(initial);
  const { data } = useUserQuery();
  const { locale: configured } = useSettings();
  const { kind, locale: host } = usePlace();
  const isKnown = data !== undefined || host !== undefined;
  const wanted = data?.value.locale;

  useEffect(() => {
    if (!isKnown) return;
    let current = true;
    load([host, wanted, configured, ...navigator.languages]).then(
      (next) => {
        if (!current) return;
        setLoaded((now) => (now.choice.locale === next.choice.locale ? now : next));
        // The next visit starts as this one ends; without a choice, as the browser asks.
        if (kind === 'page') writeHint('locale', wanted ? next.choice.locale : '');
      },
      // Offline perhaps: the former language serves.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [kind, host, isKnown, wanted, configured]);

  useEffect(() => {
    if (kind === 'component') return;
    document.documentElement.lang = choice.language;
    document.documentElement.dir = choice.dir;
  }, [kind, choice]);

  return (
    <IntlProvider locale={choice.locale} messages={messages}>
      {kind === 'component' ? <Part choice={choice}>{children}</Part> : children}
    </IntlProvider>
  );
}

/** A part of somebody's page says for itself what a document says of a page of its own. */
function Part({ choice, children }: { choice: LocaleChoice; children: ReactNode }) {
  const { theme } = usePlace();
  return (
    <div className="as-root" lang={choice.language} dir={choice.dir} data-theme={theme ?? 'light'}>
      <div className="as-place">{children}</div>
    </div>
  );
}
