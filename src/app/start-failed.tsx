import { IntlProvider } from '../i18n/intl.tsx';
import { useText } from '../i18n/text.tsx';
import { Button } from '../ui/button.tsx';
import { focusIfHere } from '../ui/framed.ts';
import type { LoadedLocale } from './locale.tsx';
import { usePlace } from './place.tsx';

/** Instead of the page, when a part of it could not be fetched before anything was shown. */
export function StartFailed({ locale: { choice, messages } }: { locale: LoadedLocale }) {
  return (
    <IntlProvider locale={choice.locale} messages={messages}>
      <OwnFailure />
    </IntlProvider>
  );
}

function OwnFailure() {
  return (
    <NothingShown about={useText()('page.failed.about')} onRetry={() => window.location.reload()} />
  );
}

/** Instead of everything: why nothing can be shown, and Retry. */
export function NothingShown({ about, onRetry }: { about: string; onRetry: () => void }) {
  const t = useText();
  // A page of somebody's has a main part of its own.
  const Main = usePlace().kind === 'component' ? 'div' : 'main';
  return (
    <Main className="as-shell-end">
      <h1 ref={focusIfHere} tabIndex={-1}>
        {t('page.failed')}
      </h1>
      <p>{about}</p>
      <Button onClick={onRetry}>{t('state.retry')}</Button>
    </Main>
  );
}
