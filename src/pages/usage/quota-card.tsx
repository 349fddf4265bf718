import type { useUsageQuery } from '../../data/usage.ts';
import type { Usage } from '../../contract/usage.ts';
import { useText } from '../../i18n/text.tsx';
import { Card, CardBody } from '../../ui/card.tsx';
import { QueryCard } from '../query-card.tsx';
import type { Clock } from './clock.ts';
import { instantOf } from './cycle.ts';
import { planText, statusText } from './plan-text.ts';
import { quotaOf } from './quota.ts';
import { QuotaFacts } from './quota-facts.tsx';
import { QuotaFigures } from './quota-figures.tsx';
import { QuotaNote } from './quota-note.tsx';
import { useDayText } from './use-day-text.ts';
import { dayOf } from './zone-days.ts';

export interface QuotaCardProps extends Clock {
  query: ReturnType<typeof useUsageQuery>;
}

/** Used of quota, when it resets, where it leads, and what is left. */
export function QuotaCard({ query, ...clock }: QuotaCardProps) {
  const t = useText();
  return (
    <QueryCard query={query} title={t('usage.quota')} height={16.25} narrowHeight={32} footer>
      {(usage) => <Totals usage={usage} {...clock} />}
    </QueryCard>
  );
}

function Totals({ usage, ...clock }: Clock & { usage: Usage }) {
  const t = useText();
  const quota = quotaOf(usage);
  const plan = planText(usage.subscriptionPlan, t);
  const about = [statusText(usage.subscriptionStatus, t), usePlanEnd(usage, clock)].filter(Boolean);
  return (
    <Card
      id="quota"
      title={plan ? t('usage.quota.plan', { plan }) : t('usage.quota')}
      description={about.join(' · ')}
    >
      <CardBody>
        <QuotaFigures quota={quota} {...clock} />
        <QuotaNote quota={quota} {...clock} />
      </CardBody>
      <QuotaFacts quota={quota} />
    </Card>
  );
}

/** When the plan ends or ended, for a plan that was cancelled. */
function usePlanEnd({ subscriptionCancelAt }: Usage, { now, zone }: Clock): string | undefined {
  const t = useText();
  const dayText = useDayText();
  const end = instantOf(subscriptionCancelAt);
  if (Number.isNaN(end)) return undefined;
  const date = dayText(dayOf(end, zone), 'full');
  return end > now ? t('usage.planEnds', { date }) : t('usage.planEnded', { date });
}
