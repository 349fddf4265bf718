import * as z from 'zod/mini';
import '../ui/tokens.css';
import '../ui/base.css';
import '../app/shell.css';

// Without `eval`, which a content security policy may refuse.
z.config({ jitless: true });

export { AccountSettings, type AccountSettingsProps } from './account-settings.tsx';
export {
  AccountSettingsProvider,
  type AccountSettingsEvent,
  type AccountSettingsProviderProps,
} from './account-settings-provider.tsx';
export {
  AppearanceCard,
  DailyUsageCard,
  DeleteCard,
  DevicesCard,
  EmailCard,
  ExportCard,
  FactsCard,
  LinkedAccountsCard,
  NotificationsCard,
  PhoneCard,
  PublicProfileCard,
  QuotaCard,
  RegionCard,
  SchedulingCard,
  SocialLinksCard,
} from './cards.tsx';
export type { PageName } from '../contract/page-names.ts';
