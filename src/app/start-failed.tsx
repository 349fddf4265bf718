import { IntlProvider } from '../i18n/intl.tsx';
import { useText } from '../i18n/text.tsx';
import { Button } from '../ui/button.tsx';
import type { LoadedLocale } from './locale.tsx';

/** Instead of the page, when a part of it could not be fetched before anything was shown. */
export function StartFailed({ locale: { choice, messages } }: { locale: LoadedLocale }) {
  return (
    <IntlProvider locale={choice.locale} messages={messages}>
      <Failed />
    </IntlProvider>
  );
}

function Failed() {
  const t = useText();
  return (
    <main className="as-shell-end">
      <h1 ref={(heading) => heading?.focus()} tabIndex={-1}>
        {t('page.failed')}
      </h1>
      <p>{t('page.failed.about')}</p>
      <Button onClick={() => window.location.reload()}>{t('state.retry')}</Button>
    </main>
  );
}
