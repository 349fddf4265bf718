import type { ReactNode } from 'react';
import { useErrorText } from '../../form/error-text.ts';
import { useText } from '../../i18n/text.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './preferences.module.css';
import type { SettingStatus } from './use-setting.ts';

export interface SettingTextProps {
  name: string;
  about?: ReactNode;
  /** Describes the controls of the row. */
  aboutId?: string;
  status: SettingStatus;
}

/** What a row sets, and beside it that it is saved, or why not. */
export function SettingText({ name, about, aboutId, status }: SettingTextProps) {
  const t = useText();
  const errorText = useErrorText();
  return (
    <>
      <span className={styles['title']}>
        <span className={styles['name']}>{name}</span>
        <span role="status" className={styles['saved']}>
          {status.kind === 'saved' && (
            <>
              <Icon name="check" size={16} />
              <span>{t('preferences.saved')}</span>
            </>
          )}
        </span>
      </span>
      {about && (
        <span id={aboutId} className={styles['about']}>
          {about}
        </span>
      )}
      {status.kind === 'failed' && (
        <span role="alert" className={styles['failed']}>
          {t('preferences.notSaved', { reason: errorText(status.error) })}
        </span>
      )}
    </>
  );
}
