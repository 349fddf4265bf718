import { useMemo, useState } from 'react';
import { useAccount } from '../../data/account.tsx';
import { useCan } from '../../data/can.tsx';
import { useUsageQuery } from '../../data/usage.ts';
import { useText } from '../../i18n/text.tsx';
import { Card, CardBody } from '../../ui/card.tsx';
import { CardBoundary } from '../card-boundary.tsx';
import { cycleOf } from './cycle.ts';
import { DailyCard } from './daily-card.tsx';
import { QuotaCard } from './quota-card.tsx';
import { useNow } from './use-now.ts';
import { zoneOr } from './zone-days.ts';

/** The totals, and what follows from them for the days. */
function useUsageView() {
  const { user } = useAccount();
  const can = useCan().usage;
  const totals = useUsageQuery(user.id, can.totals);
  const now = useNow();
  const zone = useMemo(() => zoneOr(user.timezone), [user.timezone]);
  const usage = totals.data;
  const cycle = useMemo(() => cycleOf(usage, zone, now), [usage, zone, now]);
  // Which days belong to the cycle is known from the totals. Where they fail, the month must do.
  const decided = !can.totals || usage !== undefined || totals.failureCount > 0 || totals.isPaused;
  const [wasDecided, setWasDecided] = useState(decided);
  if (decided && !wasDecided) setWasDecided(true);
  return { can, totals, usage, cycleDecided: decided || wasDecided, clock: { now, zone, cycle } };
}

/** What was used of the quota. */
export function Quota() {
  const t = useText();
  const { can, totals, clock } = useUsageView();
  return can.totals ? (
    <QuotaCard query={totals} {...clock} />
  ) : (
    <Unavailable id="quota" title={t('usage.quota')} why={t('usage.quota.unavailable')} />
  );
}

/** On which days it was used. */
export function Days() {
  const t = useText();
  const { can, usage, cycleDecided, clock } = useUsageView();
  return can.history ? (
    <DailyCard usage={usage} cycleDecided={cycleDecided} {...clock} />
  ) : (
    <Unavailable id="daily" title={t('usage.daily')} why={t('usage.daily.unavailable')} />
  );
}

/** What was used of the quota, and on which days. */
export default function UsagePage() {
  return (
    <>
      <CardBoundary titleId="usage.quota">
        <Quota />
      </CardBoundary>
      <CardBoundary titleId="usage.daily">
        <Days />
      </CardBoundary>
    </>
  );
}

function Unavailable({ id, title, why }: { id: string; title: string; why: string }) {
  return (
    <Card id={id} title={title}>
      <CardBody>{why}</CardBody>
    </Card>
  );
}
