import {
  isLockedNotification,
  notificationCategories,
  notificationChannels,
  type NotificationCategory,
  type NotificationChannel,
  type Preferences,
} from '../../contract/preferences.ts';
import { useText } from '../../i18n/text.tsx';
import { Card } from '../../ui/card.tsx';
import { useOwnId } from '../../ui/own-id.ts';
import { Switch } from '../../ui/switch.tsx';
import { usePreferenceAccess } from './access.ts';
import styles from './preferences.module.css';
import { SettingText } from './setting-text.tsx';
import { useSetting } from './use-setting.ts';

type Matrix = NonNullable<Preferences['notifications']>;

const isCategory = (name: string): name is NotificationCategory =>
  (notificationCategories as readonly string[]).includes(name);
const isChannel = (name: string): name is NotificationChannel =>
  (notificationChannels as readonly string[]).includes(name);

/** What is known first, then whatever else the backend keeps. */
const withOthers = (known: readonly string[], stored: readonly string[]): string[] => [
  ...new Set([...known, ...stored]),
];

/** What is told, by which channel: one switch each, saved at once. */
export function NotificationsCard({ preferences }: { preferences: Preferences }) {
  const t = useText();
  const { access, whyReadOnly } = usePreferenceAccess();
  if (access('notifications') === 'none') return null;
  const editable = access('notifications') === 'edit';
  const matrix: Matrix = preferences.notifications ?? {};
  const channels = withOthers(notificationChannels, Object.values(matrix).flatMap(Object.keys));
  return (
    <Card
      id="notifications"
      title={t('preferences.notifications')}
      description={t(editable ? 'preferences.notifications.about' : whyReadOnly)}
    >
      <table className={styles['matrix']} aria-label={t('preferences.notifications')}>
        <thead>
          <tr>
            <th scope="col">
              <span className="as-visually-hidden">{t('preferences.notifications.category')}</span>
            </th>
            {channels.map((channel) => (
              <th key={channel} scope="col" className={styles['channel']}>
                {isChannel(channel) ? t(`preferences.channel.${channel}`) : channel}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {withOthers(notificationCategories, Object.keys(matrix)).map((category) => (
            <CategoryRow
              key={category}
              category={category}
              channels={channels}
              stored={Object.hasOwn(matrix, category) ? (matrix[category] ?? {}) : {}}
              editable={editable}
            />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

interface CategoryRowProps {
  category: string;
  channels: readonly string[];
  stored: Readonly<Record<string, boolean>>;
  editable: boolean;
}

function CategoryRow({ category, channels, stored, editable }: CategoryRowProps) {
  const t = useText();
  const { status, save } = useSetting();
  const known = isCategory(category);
  const name = known ? t(`preferences.category.${category}`) : category;
  const aboutId = useOwnId(`notifications-${category}-about`);
  return (
    <tr>
      <th scope="row">
        <SettingText
          name={name}
          about={known && t(`preferences.category.${category}.about`)}
          aboutId={aboutId}
          status={status}
        />
      </th>
      {channels.map((channel) => {
        const locked = isLockedNotification(category, channel);
        const on = locked || (Object.hasOwn(stored, channel) && stored[channel] === true);
        // The contract lets nobody change what it does not know.
        if (!editable || !known || !isChannel(channel)) {
          return (
            <td key={channel} className={styles['channel']}>
              {t(on ? 'preferences.notifications.on' : 'preferences.notifications.off')}
            </td>
          );
        }
        return (
          <td key={channel} className={styles['channel']}>
            <Switch
              aria-label={t('preferences.notifications.switch', {
                category: name,
                channel: t(`preferences.channel.${channel}`),
              })}
              aria-describedby={aboutId}
              checked={on}
              disabled={locked}
              onChange={(next) =>
                save(channel, { notifications: { [category]: { [channel]: next } } })
              }
            />
          </td>
        );
      })}
    </tr>
  );
}
