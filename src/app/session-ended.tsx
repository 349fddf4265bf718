import { useEffect } from 'react';
import { useDates } from '../i18n/dates.ts';
import { useLocation } from 'react-router-dom';
import { useCan } from '../data/can.tsx';
import type { SessionEnd } from '../data/session-end.ts';
import { useSignInLink } from '../data/sign-in.tsx';
import { dropAllDrafts } from '../form/drafts.ts';
import { useText } from '../i18n/text.tsx';
import { ButtonLink } from '../ui/button.tsx';

/** Instead of the pages, once the session is over: why, and the way back in. */
export function SessionEnded({ end }: { end: SessionEnd }) {
  const t = useText();
  const dates = useDates(typeof end === 'object' ? end.timeZone : undefined);
  const { deletion } = useCan();
  const { pathname, search, hash } = useLocation();
  const deleted = typeof end === 'object';
  const title = t(deleted ? 'deleted.title' : 'signedOut.title');

  useEffect(() => {
    document.title = t('app.pageTitle', { page: title });
  }, [t, title]);

  // An expired session keeps what was typed; leaving on purpose does not.
  useEffect(() => {
    if (end !== 'expired') dropAllDrafts();
  }, [end]);

  const signIn = useSignInLink(deleted ? '/profile' : pathname + search + hash);
  return (
    <main className="shell-end">
      <h1 ref={(heading) => heading?.focus()} tabIndex={-1}>
        {title}
      </h1>
      <p>
        {deleted
          ? end.erasedAt
            ? t('deleted.about', { date: dates.date(end.erasedAt) })
            : t('deleted.noRestore')
          : t(end === 'expired' ? 'signedOut.expired' : 'signedOut.about')}
      </p>
      {signIn && (!deleted || deletion.graceDays !== null) && (
        <ButtonLink href={signIn}>{t(deleted ? 'deleted.signIn' : 'app.signIn')}</ButtonLink>
      )}
    </main>
  );
}
