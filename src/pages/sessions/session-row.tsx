import { Fragment, memo } from 'react';
import type { Session } from '../../contract/session.ts';
import type { MeError } from '../../client/me-error.ts';
import { useErrorText } from '../../form/error-text.ts';
import { balanced } from '../../i18n/bidi.ts';
import { useText } from '../../i18n/text.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Row } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import { sessionDetails, sessionIcon, sessionTitle } from './session-text.ts';
import styles from './sessions.module.css';

export interface SessionRowProps {
  session: Session;
  /** How long ago it was used, in words. */
  when?: string | undefined;
  isNew?: boolean;
  /** Its sign-out is under way. */
  pending: boolean;
  /** It is signed out, and stands where it was for a while. */
  done?: boolean;
  /** Why the last attempt to sign it out failed. */
  error: MeError | undefined;
  /** Absent where the session cannot be signed out. */
  onSignOut: ((session: Session) => void) | undefined;
}

/** One device: what it is, where and when it was used, and Sign out. */
export const SessionRow = memo(function SessionRow(props: SessionRowProps) {
  const { session, when, isNew, pending, done = false, error, onSignOut } = props;
  const t = useText();
  const title = sessionTitle(session, t);
  const label = error && !pending ? 'sessions.retry.label' : 'sessions.signOut.label';
  return (
    <div
      className={pending || done ? `${styles['content']} ${styles['pending']}` : styles['content']}
    >
      <Row
        icon={<Icon name={sessionIcon(session)} />}
        title={
          <>
            <span className={styles['part']}>{balanced(title)}</span>
            {session.current && <Badge tone="accent">{t('sessions.this')}</Badge>}
            {isNew && <Badge tone="warning">{t('sessions.new')}</Badge>}
          </>
        }
        detail={
          <>
            <Details session={session} when={when} />
            {error && !pending && !done && <Failure error={error} />}
          </>
        }
        actions={
          onSignOut &&
          session.id !== undefined && (
            // As wide as any of its states, so that none of them breaks the line.
            <span
              className={styles['action']}
              data-pending={t('sessions.signingOut')}
              data-done={t('sessions.isSignedOut')}
            >
              {done ? (
                <span className={styles['done']}>
                  <Icon name="check" size={16} />
                  <span>{t('sessions.isSignedOut')}</span>
                </span>
              ) : (
                <Button
                  aria-label={pending ? undefined : t(label, { device: title })}
                  disabled={pending}
                  onClick={() => onSignOut(session)}
                >
                  {t(pending ? 'sessions.signingOut' : error ? 'state.retry' : 'sessions.signOut')}
                </Button>
              )}
            </span>
          )
        }
      />
    </div>
  );
});

function Details({ session, when }: { session: Session; when: string | undefined }) {
  const t = useText();
  return sessionDetails(session, when, t).map(({ text, ltr }, index) => (
    <Fragment key={text}>
      {index > 0 && <span> · </span>}
      <span
        className={styles['part']}
        dir={ltr ? 'ltr' : undefined}
        translate={ltr ? 'no' : undefined}
      >
        {balanced(text)}
      </span>
    </Fragment>
  ));
}

function Failure({ error }: { error: MeError }) {
  const errorText = useErrorText();
  return (
    <p role="alert" className={styles['failure']}>
      {errorText(error)}
    </p>
  );
}
