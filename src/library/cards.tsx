import { useId, type ComponentType } from 'react';
import { AccountGate } from '../app/account-gate.tsx';
import { lazyPage } from '../app/lazy-page.tsx';
import { End } from '../app/end.tsx';
import { useSessionEnd } from '../data/session-end.ts';
import { PublicProfileCard as ProfileCard } from '../pages/profile/public-profile-card.tsx';
import { IdPrefix } from '../ui/own-id.ts';
import { loadArea, type Area, type MessageId } from '../i18n/catalogue.ts';

/** One card by itself: its code and words come when it is first shown. */
function card(title: MessageId, load: () => Promise<ComponentType>, area?: Area): ComponentType {
  const page = lazyPage(async () => {
    const [Card] = await Promise.all([load(), area && loadArea(area)]);
    return { default: Card };
  });
  return function AccountCard() {
    const prefix = useId();
    if (useSessionEnd()) return <End />;
    return (
      <IdPrefix value={prefix}>
        <AccountGate title={title} page={page} />
      </IdPrefix>
    );
  };
}

const preferences = () => import('../pages/preferences/preferences-page.tsx');
const usage = () => import('../pages/usage/usage-page.tsx');

/** Photo, display name, username and bio. */
export const PublicProfileCard = card('page.profile', () => Promise.resolve(ProfileCard));
/** Language and time zone. */
export const RegionCard = card('page.profile', async () => {
  const { RegionCard: Card } = await import('../pages/profile/region-card.tsx');
  return Card;
});
export const EmailCard = card('page.profile', async () => {
  const { EmailCard: Card } = await import('../pages/profile/email-card.tsx');
  return Card;
});
export const PhoneCard = card('page.profile', async () => {
  const { PhoneCard: Card } = await import('../pages/profile/phone-card.tsx');
  return Card;
});
export const LinkedAccountsCard = card('page.profile', async () => {
  const { LinkedAccountsCard: Card } = await import('../pages/profile/linked-accounts-card.tsx');
  return Card;
});
/** Member since, status, badges and the user id. */
export const FactsCard = card('page.profile', async () => {
  const { FactsCard: Card } = await import('../pages/profile/facts-card.tsx');
  return Card;
});
/** Light, dark, or as the device. */
export const AppearanceCard = card(
  'page.preferences',
  async () => (await preferences()).Appearance,
  'preferences',
);
export const NotificationsCard = card(
  'page.preferences',
  async () => (await preferences()).Notifications,
  'preferences',
);
/** The time zone for scheduling. */
export const SchedulingCard = card(
  'page.preferences',
  async () => (await preferences()).Scheduling,
  'preferences',
);
export const SocialLinksCard = card(
  'page.preferences',
  async () => (await preferences()).SocialLinks,
  'preferences',
);
/** Used of the quota, when it resets, and what is left. */
export const QuotaCard = card('page.usage', async () => (await usage()).Quota, 'usage');
/** Use by day, as a chart, a table and a file. */
export const DailyUsageCard = card('page.usage', async () => (await usage()).Days, 'usage');
/** This device and the others, each with Sign out. */
export const DevicesCard = card(
  'page.sessions',
  async () => (await import('../pages/sessions/sessions-page.tsx')).default,
  'sessions',
);
/** The person's data as a file. */
export const ExportCard = card(
  'page.danger',
  async () => {
    const { ExportCard: Card } = await import('../pages/danger-zone/export-card.tsx');
    return Card;
  },
  'danger',
);
/** Deleting the account, behind a dialog. */
export const DeleteCard = card(
  'page.danger',
  async () => {
    const { DeleteCard: Card } = await import('../pages/danger-zone/delete-card.tsx');
    return Card;
  },
  'danger',
);
