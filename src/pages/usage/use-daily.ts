import { useState } from 'react';
import { isTimeZone } from '../../contract/rules.ts';
import type { Usage, UsageHistory } from '../../contract/usage.ts';
import { useAccount } from '../../data/account.tsx';
import { useUsageHistoryQuery } from '../../data/usage.ts';
import type { Clock } from './clock.ts';
import { rangeOf, type DayRange, type Period } from './cycle.ts';
import { quotaOf } from './quota.ts';
import { daysOf, forecastDays, type DayUse } from './series.ts';
import { dayOf } from './zone-days.ts';

/** What the card shows: days, and the line of the quota where there is one. */
export interface Daily {
  readonly days: readonly DayUse[];
  /** Tokens a day that just use up the quota; only in the cycle. */
  readonly pace: number | undefined;
  /** The zone whose days these are. */
  readonly zone: string;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

interface Answer {
  readonly history: UsageHistory;
  /** The days that were asked for. */
  readonly range: DayRange;
  readonly period: Period;
  readonly zone: string;
  readonly updatedAt: number;
}

export interface DailyOptions extends Clock {
  period: Period;
  usage: Usage | undefined;
  /** False while it is not known yet which days the cycle has. */
  cycleDecided: boolean;
}

/** A backend that cuts days elsewhere than it was asked to says so. */
const zoneOf = ({ timezone }: UsageHistory, asked: string): string =>
  timezone !== undefined && isTimeZone(timezone) ? timezone : asked;

/** The days of a period. While another period loads, the former stays, as what it is. */
export function useDaily({ period, usage, cycleDecided, cycle, zone, now }: DailyOptions) {
  const { user } = useAccount();
  const range = rangeOf(period, cycle, dayOf(now, zone));
  const query = useUsageHistoryQuery(
    user.id,
    { ...range, bucket: 'day', timezone: zone },
    cycleDecided || period !== 'cycle',
  );
  const history = query.isPlaceholderData ? undefined : query.data;
  const [former, setFormer] = useState<Answer>();
  const isNew =
    history !== undefined &&
    (former?.history !== history ||
      former.period !== period ||
      former.updatedAt !== query.dataUpdatedAt);
  const answer = isNew
    ? { history, range, period, zone: zoneOf(history, zone), updatedAt: query.dataUpdatedAt }
    : former;
  if (isNew) setFormer(answer);

  return {
    query,
    /** The answer to the period chosen is still under way. */
    waiting: history === undefined && query.error === null,
    daily: answer && history === undefined && query.error ? undefined : answer && show(answer),
  };

  function show({ history, range, period, zone, updatedAt }: Answer): Daily {
    const today = dayOf(now, zone);
    const days = daysOf(history, zone, range, today);
    if (period !== 'cycle') return { days, pace: undefined, zone, updatedAt };
    const quota = usage && quotaOf(usage);
    const used = quota?.used ?? days.reduce((sum, { tokens }) => sum + tokens, 0);
    return {
      days: [...days, ...forecastDays(used, cycle, today, now)],
      pace: quota?.kind === 'limited' ? quota.quota / cycle.days : undefined,
      zone,
      updatedAt,
    };
  }
}
