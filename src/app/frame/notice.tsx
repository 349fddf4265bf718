import { useEffect } from 'react';
import type { MessageId } from '../../i18n/catalogue.ts';
import { IntlProvider } from '../../i18n/intl.tsx';
import { useText } from '../../i18n/text.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import type { LoadedLocale } from '../locale.tsx';

interface NoticeProps {
  heading: MessageId;
  about: MessageId;
  retry: MessageId;
  /** Where the page can be had without a frame. */
  alone?: string | undefined;
}

/** Instead of the page in a frame: why it cannot be shown, and what can be done. */
export function Notice({ heading, about, retry, alone }: NoticeProps) {
  const t = useText();
  const title = t(heading);
  useEffect(() => {
    document.title = t('app.pageTitle', { page: title });
  }, [t, title]);
  return (
    <div role="alert">
      <main className="as-shell-end">
        <h1>{title}</h1>
        <p>{t(about)}</p>
        <Button variant="primary" onClick={() => window.location.reload()}>
          {t(retry)}
        </Button>
        {alone && (
          <ButtonLink href={alone} target="_blank" rel="noreferrer">
            {t('frame.newTab')}
          </ButtonLink>
        )}
      </main>
    </div>
  );
}

/** The same before there is anything else. */
export function AloneNotice({
  locale: { choice, messages },
  ...notice
}: NoticeProps & { locale: LoadedLocale }) {
  return (
    <IntlProvider locale={choice.locale} messages={messages}>
      <Notice {...notice} />
    </IntlProvider>
  );
}
