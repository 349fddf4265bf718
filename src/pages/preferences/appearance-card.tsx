import { themes, type Preferences, type Theme } from '../../contract/preferences.ts';
import { useText } from '../../i18n/text.tsx';
import { Card, CardBody } from '../../ui/card.tsx';
import { useOwnId } from '../../ui/own-id.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { usePreferenceAccess } from './access.ts';
import styles from './preferences.module.css';
import { SettingText } from './setting-text.tsx';
import { useSetting } from './use-setting.ts';

const isTheme = (theme: string): theme is Theme => (themes as readonly string[]).includes(theme);

/** The theme: shown at once, saved at once. */
export function AppearanceCard({ preferences }: { preferences: Preferences }) {
  const t = useText();
  const { access, whyReadOnly } = usePreferenceAccess();
  const { status, save } = useSetting();
  const themeId = useOwnId('theme');
  if (access('theme') === 'none') return null;
  const theme = preferences.theme ?? 'system';
  const known = isTheme(theme);
  const editable = access('theme') === 'edit';
  return (
    <Card id="appearance" title={t('preferences.appearance')}>
      <CardBody>
        <div id={themeId} className={styles['setting']}>
          <div className={styles['settingText']}>
            <SettingText
              name={t('preferences.theme')}
              about={
                !editable
                  ? t(whyReadOnly)
                  : known
                    ? t('preferences.theme.about')
                    : t('preferences.theme.other', { theme })
              }
              status={status}
            />
          </div>
          {editable ? (
            <Segmented
              label={t('preferences.theme')}
              value={theme}
              options={themes.map((value) => ({ value, label: t(`preferences.theme.${value}`) }))}
              onChange={(chosen) => {
                if (isTheme(chosen)) save('theme', { theme: chosen });
              }}
            />
          ) : (
            <span>{known ? t(`preferences.theme.${theme}`) : theme}</span>
          )}
        </div>
      </CardBody>
    </Card>
  );
}
