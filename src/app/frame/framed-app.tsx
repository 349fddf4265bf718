import type { QueryClient } from '@tanstack/react-query';
import type { History } from 'history';
import { useEffect, useMemo } from 'react';
import type { MeClient } from '../../client/me-client.ts';
import type { PageConfig } from '../../contract/page-config.ts';
import { App } from '../app.tsx';
import type { LoadedLocale } from '../locale.tsx';
import { PlaceProvider, type Place } from '../place.tsx';
import { applyFrameTheme } from './apply-theme.ts';
import { useFramed, type FrameStore } from './frame-store.ts';
import { AloneNotice } from './notice.tsx';

export interface FramedAppProps {
  store: FrameStore;
  client: MeClient;
  queryClient: QueryClient;
  history: History;
  locale: LoadedLocale;
  settings: PageConfig;
}

/** The page in a frame, as its host wants it, for as long as it is the same person's. */
export function FramedApp({ store, locale, settings, ...app }: FramedAppProps) {
  const { state, changed } = useFramed(store);
  const { theme, tabs } = state;
  const place = useMemo<Place>(
    () => ({ kind: 'frame', navigation: tabs ? 'tabs' : 'none', locale: state.locale }),
    [tabs, state.locale],
  );
  useEffect(() => applyFrameTheme(theme, settings.brand), [theme, settings.brand]);
  if (changed) {
    return (
      <AloneNotice
        locale={locale}
        heading="frame.changed"
        about="frame.changed.about"
        retry="frame.changed.go"
      />
    );
  }
  return (
    <PlaceProvider value={place}>
      {/* Whoever signs the calls is the host's business, and so is the way to sign in. */}
      <App
        {...app}
        locale={locale}
        settings={{ ...settings, auth: 'bearer', signInUrl: undefined }}
      />
    </PlaceProvider>
  );
}
