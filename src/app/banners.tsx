import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useText } from '../i18n/text.tsx';
import { Banner } from '../ui/banner.tsx';
import { ActingBanner } from './acting-banner.tsx';
import { DeletionBanner } from './deletion-banner.tsx';

/** What concerns the page as a whole, one line each. */
export function Banners() {
  return (
    <>
      <ActingBanner />
      <DeletionBanner />
      <OfflineBanner />
    </>
  );
}

function OfflineBanner() {
  const t = useText();
  const online = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
    () => true,
  );
  if (online) return null;
  return (
    <Banner tone="warning" role="status">
      {t('state.offline')}
    </Banner>
  );
}
