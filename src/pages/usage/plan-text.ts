import type { Usage } from '../../contract/usage.ts';
import type { MessageId } from '../../i18n/catalogue.ts';
import type { Translate } from '../../i18n/text.tsx';

const plans: Readonly<Record<string, MessageId>> = {
  free: 'usage.plan.free',
  pro: 'usage.plan.pro',
  team: 'usage.plan.team',
  business: 'usage.plan.business',
  enterprise: 'usage.plan.enterprise',
};

const statuses: Readonly<Record<string, MessageId>> = {
  active: 'usage.status.active',
  trialing: 'usage.status.trialing',
  past_due: 'usage.status.pastDue',
  unpaid: 'usage.status.unpaid',
  paused: 'usage.status.paused',
  canceled: 'usage.status.canceled',
  cancelled: 'usage.status.canceled',
};

function said(known: Readonly<Record<string, MessageId>>, text: string, t: Translate): string {
  const key = text.toLowerCase();
  const id = Object.hasOwn(known, key) ? known[key] : undefined;
  return id ? t(id) : text;
}

/** "Pro plan"; a plan that is not known here is said as the backend names it. */
export const planText = (plan: Usage['subscriptionPlan'], t: Translate): string | undefined =>
  plan?.trim() ? said(plans, plan.trim(), t) : undefined;

/** "Active"; a status that is not known here is said as the backend names it. */
export const statusText = (
  status: Usage['subscriptionStatus'],
  t: Translate,
): string | undefined => (status?.trim() ? said(statuses, status.trim(), t) : undefined);
