import { useEffect, useRef, useState, type RefObject } from 'react';
import { MeError } from '../../client/me-error.ts';
import { useIntent } from '../../data/intent.ts';
import { useRevokeOtherSessions } from '../../data/sessions.ts';
import { useErrorText } from '../../form/error-text.ts';
import { useText } from '../../i18n/text.tsx';
import { announce } from '../../ui/announcer.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

export interface SignOutOthersProps {
  userId: string;
  /** How many other devices there are, when that is known. */
  count: number | undefined;
  /** The button leaves no gap behind when it goes. */
  placeKept: boolean;
  /** Has the focus once there is nothing left to sign out. */
  fallback: RefObject<HTMLElement | null>;
}

/** Signs out every other device, after asking. */
export function SignOutOthers({ userId, count, placeKept, fallback }: SignOutOthersProps) {
  const t = useText();
  const errorText = useErrorText();
  const revoke = useRevokeOtherSessions(userId);
  const attempt = useIntent();
  /** The count that was asked about: it must not change while the question stands. */
  const [asked, setAsked] = useState<{ count: number | undefined }>();
  const done = useRef(false);

  // After the dialog, whose closing gives the focus back to a button that may be gone.
  useEffect(() => {
    if (asked || !done.current) return;
    done.current = false;
    fallback.current?.focus();
  }, [asked, fallback]);

  const confirm = () =>
    attempt((intent) => revoke.mutateAsync({ intent })).then(
      (revoked) => {
        if (revoked === null) return;
        announce(t('sessions.others.done', { count: revoked }));
        done.current = true;
        setAsked(undefined);
      },
      // Shown in the dialog.
      () => undefined,
    );
  const close = () => {
    revoke.reset();
    setAsked(undefined);
  };

  return (
    <>
      {(count !== 0 || placeKept) && (
        <Button
          variant="dangerOutline"
          style={count === 0 ? { visibility: 'hidden' } : undefined}
          onClick={() => setAsked({ count })}
        >
          {t('sessions.others.signOut', { count: count ?? -1 })}
        </Button>
      )}
      <Dialog
        alert
        open={asked !== undefined}
        busy={revoke.isPending}
        title={t('sessions.others.ask', { count: asked?.count ?? -1 })}
        onClose={close}
        actions={
          <>
            <Button data-autofocus disabled={revoke.isPending} onClick={close}>
              {t('sessions.others.cancel')}
            </Button>
            <Button variant="danger" disabled={revoke.isPending} onClick={() => void confirm()}>
              {revoke.isPending
                ? t('sessions.signingOut')
                : revoke.error
                  ? t('state.retry')
                  : t('sessions.others.signOut', { count: asked?.count ?? -1 })}
            </Button>
          </>
        }
      >
        <p>{t('sessions.others.about')}</p>
        {revoke.error instanceof MeError && (
          <Banner tone="danger" role="alert">
            {errorText(revoke.error)}
          </Banner>
        )}
      </Dialog>
    </>
  );
}
