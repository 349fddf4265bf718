import { MeError } from '../../client/me-error.ts';
import { useAccount } from '../../data/account.tsx';
import { useCan } from '../../data/can.tsx';
import { useExport } from '../../data/deletion.ts';
import { useErrorText } from '../../form/error-text.ts';
import { useText } from '../../i18n/text.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, CardBody } from '../../ui/card.tsx';
import { saveFile } from '../save-file.ts';
import styles from './danger.module.css';

/** Everything the service holds of the person, as a file. Works in the grace period too. */
export function ExportCard() {
  const t = useText();
  const errorText = useErrorText();
  const { user } = useAccount();
  const { exportData: available } = useCan();
  const { mutate, isPending, error, data } = useExport(user.id);
  if (!available) {
    return (
      <Card id="export" title={t('danger.export')}>
        <CardBody>{t('danger.export.unavailable')}</CardBody>
      </Card>
    );
  }
  const download = () =>
    mutate(undefined, { onSuccess: ({ blob, filename }) => saveFile(blob, filename) });
  return (
    <Card id="export" title={t('danger.export')} description={t('danger.export.about')}>
      <CardBody>
        <div className={styles['stack']}>
          {error && (
            <Banner tone="danger" role="alert">
              {errorText(error instanceof MeError ? error : new MeError({ code: 'BadAnswer' }))}
            </Banner>
          )}
          <div className={styles['line']}>
            <Button disabled={isPending} onClick={download}>
              {t(
                isPending
                  ? 'danger.export.pending'
                  : error
                    ? 'state.retry'
                    : 'danger.export.download',
              )}
            </Button>
            <span role="status" className={styles['done']}>
              {data && !isPending && t('danger.export.done', { filename: data.filename })}
            </span>
          </div>
        </div>
      </CardBody>
    </Card>
  );
}
