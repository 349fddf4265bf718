import type { ReactNode } from 'react';
import type { Versioned } from '../../client/me-client.ts';
import type { Preferences } from '../../contract/preferences.ts';
import { useAccount } from '../../data/account.tsx';
import { useCan } from '../../data/can.tsx';
import {
  mergePreferences,
  usePendingPreferences,
  usePreferencesQuery,
} from '../../data/preferences.ts';
import { useText } from '../../i18n/text.tsx';
import { SkeletonCard } from '../../ui/skeleton.tsx';
import { CardBoundary } from '../card-boundary.tsx';
import { QueryCard } from '../query-card.tsx';
import { AppearanceCard } from './appearance-card.tsx';
import { NotificationsCard } from './notifications-card.tsx';
import type { PreferencePart } from './access.ts';
import { SchedulingCard } from './scheduling-card.tsx';
import { SocialLinksCard } from './social-links-card.tsx';

/** Height of the cards' bodies in rem, by which the page does not jump once they are there. */
const heights: readonly (readonly [PreferencePart, height: number, footer: boolean])[] = [
  ['theme', 8.2, false],
  ['notifications', 19.45, false],
  ['timezone', 11.6, true],
  ['socials', 9.85, true],
];

interface PartsProps {
  parts: typeof heights;
  children: (stored: Versioned<Preferences>, shown: Preferences) => ReactNode;
}

/** Cards of the preferences once these are there; until then the outlines of those there will be. */
function Parts({ parts, children }: PartsProps) {
  const t = useText();
  const { user } = useAccount();
  const can = useCan();
  const query = usePreferencesQuery(user.id);
  const pending = usePendingPreferences(user.id);
  const title = t('page.preferences');
  if (query.isLoading) {
    return parts
      .filter(([part]) => can.preferences[part] !== 'none')
      .map(([part, height, footer]) => (
        <SkeletonCard
          key={part}
          label={t('state.loading', { what: title })}
          height={height}
          footer={footer}
        />
      ));
  }
  return (
    <QueryCard query={query} title={title} height={20}>
      {/* What was just switched is shown before it is answered; text is not. */}
      {(stored) => children(stored, pending.reduce(mergePreferences, stored.value))}
    </QueryCard>
  );
}

const only = (part: PreferencePart) => heights.filter(([name]) => name === part);

export const Appearance = () => (
  <Parts parts={only('theme')}>{(_, shown) => <AppearanceCard preferences={shown} />}</Parts>
);
export const Notifications = () => (
  <Parts parts={only('notifications')}>
    {(_, shown) => <NotificationsCard preferences={shown} />}
  </Parts>
);
export const Scheduling = () => (
  <Parts parts={only('timezone')}>{(stored) => <SchedulingCard stored={stored} />}</Parts>
);
export const SocialLinks = () => (
  <Parts parts={only('socials')}>{(stored) => <SocialLinksCard stored={stored} />}</Parts>
);

/** How the product looks and what it tells. */
export default function PreferencesPage() {
  return (
    <Parts parts={heights}>
      {(stored, shown) => (
        <>
          <CardBoundary titleId="preferences.appearance">
            <AppearanceCard preferences={shown} />
          </CardBoundary>
          <CardBoundary titleId="preferences.notifications">
            <NotificationsCard preferences={shown} />
          </CardBoundary>
          <CardBoundary titleId="preferences.scheduling">
            <SchedulingCard stored={stored} />
          </CardBoundary>
          <CardBoundary titleId="preferences.socials">
            <SocialLinksCard stored={stored} />
          </CardBoundary>
        </>
      )}
    </Parts>
  );
}
