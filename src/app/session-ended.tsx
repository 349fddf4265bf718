import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useDates } from '../i18n/dates.ts';
import { useLocation } from 'react-router-dom';
import { useCan } from '../data/can.tsx';
import { forgetOthers } from '../data/query-client.ts';
import { ended, useSessionEnd, type SessionEnd } from '../data/session-end.ts';
import { useSignInLink } from '../data/sign-in.tsx';
import { dropAllDrafts } from '../form/drafts.ts';
import { useText } from '../i18n/text.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { silence } from '../ui/announcer.ts';
import { focusIfHere } from '../ui/framed.ts';
import { usePlace } from './place.tsx';

/** Instead of the pages, once the session is over: why, and the way back in. */
export default function SessionEnded() {
  const end = useSessionEnd();
  return end && <Ended end={end} />;
}

function Ended({ end }: { end: SessionEnd }) {
  const t = useText();
  const dates = useDates(typeof end === 'object' ? end.timeZone : undefined);
  const { deletion } = useCan();
  const { pathname, search, hash } = useLocation();
  const deleted = typeof end === 'object';
  const title = t(deleted ? 'deleted.title' : 'signedOut.title');

  const { kind } = usePlace();

  useEffect(() => {
    if (kind !== 'component') document.title = t('app.pageTitle', { page: title });
  }, [kind, t, title]);

  // An expired session keeps what was typed; leaving on purpose does not.
  const queryClient = useQueryClient();
  useEffect(() => {
    silence();
    if (end === 'expired') return;
    dropAllDrafts();
    forgetOthers(queryClient);
  }, [end, queryClient]);

  const signIn = useSignInLink(
    deleted ? '/profile' : pathname + search + hash,
    // Who signed out on purpose is not to be let in again without a word.
    end === 'expired' ? undefined : 0,
  );
  // A page of somebody's has a main part of its own.
  const Main = kind === 'component' ? 'div' : 'main';
  return (
    <Main className="as-shell-end">
      <h1 ref={focusIfHere} tabIndex={-1}>
        {title}
      </h1>
      <p>
        {deleted
          ? end.erasedAt
            ? t('deleted.about', { date: dates.date(end.erasedAt) })
            : t('deleted.noRestore')
          : t(
              end === 'expired'
                ? signIn
                  ? 'signedOut.expired'
                  : 'signedOut.expired.host'
                : 'signedOut.about',
            )}
      </p>
      {signIn && (!deleted || deletion.graceDays !== null) && (
        <ButtonLink href={signIn}>{t(deleted ? 'deleted.signIn' : 'app.signIn')}</ButtonLink>
      )}
      {!signIn && end === 'expired' && (
        <Button variant="primary" onClick={() => void ended.resume(queryClient)}>
          {t('state.retry')}
        </Button>
      )}
    </Main>
  );
}
