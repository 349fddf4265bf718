import { useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { MeError } from '../client/me-error.ts';
import { useCan } from '../data/can.tsx';
import { useRestoreUser, useUserQuery } from '../data/user.ts';
import { useErrorText } from '../form/error-text.ts';
import { useDates } from '../i18n/dates.ts';
import { Text, useText } from '../i18n/text.tsx';
import { announce } from '../ui/announcer.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';

/** Within the grace period: when the account is erased, and the way back. */
export function DeletionBanner() {
  const t = useText();
  const errorText = useErrorText();
  const { data } = useUserQuery();
  const { deletion } = useCan();
  const restore = useRestoreUser();
  const dates = useDates(data?.value.timezone);
  const place = useRef<HTMLDivElement>(null);
  /** The page on which Restore was pressed, and how high the banner is there, in pixels. */
  const [done, setDone] = useState<{ path: string; height: number }>();
  const { pathname } = useLocation();
  if (!data) return null;
  if (!data.value.deletion) {
    if (done?.path !== pathname) return null;
    // As high as the one before: nothing below may come up under the pointer that pressed Restore.
    return (
      <div style={{ minHeight: done.height }}>
        <Banner tone="success">
          <span>{t('deletion.restored')}</span>
        </Banner>
      </div>
    );
  }
  const { scheduledFor } = data.value.deletion;
  const restored = () => {
    announce(t('deletion.restored'));
    // The button goes, and must not take the focus with it.
    document.querySelector('h1')?.focus();
  };
  return (
    <>
      <div ref={place}>
        <Banner
          tone="danger"
          action={
            deletion.graceDays !== null && (
              <Button
                disabled={restore.isPending}
                onClick={() => {
                  setDone({ path: pathname, height: place.current?.offsetHeight ?? 0 });
                  restore.mutate({ etag: data.etag }, { onSuccess: restored });
                }}
              >
                {restore.isPending ? t('deletion.restoring') : t('deletion.restore')}
              </Button>
            )
          }
        >
          <Text
            id={deletion.graceDays === null ? 'deletion.banner.final' : 'deletion.banner'}
            values={{ date: dates.date(scheduledFor) ?? scheduledFor }}
          />
        </Banner>
      </div>
      {restore.error instanceof MeError && (
        <Banner tone="danger" role="alert">
          {errorText(restore.error)}
        </Banner>
      )}
    </>
  );
}
