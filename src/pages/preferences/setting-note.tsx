import { useErrorText } from '../../form/error-text.ts';
import { useText } from '../../i18n/text.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './preferences.module.css';
import type { SettingStatus } from './use-setting.ts';

/** "Saved", or why not, beside the row that it concerns. */
export function SettingNote({ status }: { status: SettingStatus }) {
  const t = useText();
  const errorText = useErrorText();
  return (
    <>
      <span role="status" className={styles['saved']}>
        {status.kind === 'saved' && (
          <>
            <Icon name="check" size={16} /> {t('preferences.saved')}
          </>
        )}
      </span>
      {status.kind === 'failed' && (
        <span role="alert" className={styles['failed']}>
          {t('preferences.notSaved', { reason: errorText(status.error) })}
        </span>
      )}
    </>
  );
}
