import type { ReactNode } from 'react';
import { useIntl } from '../../i18n/intl.tsx';
import { Text, useText } from '../../i18n/text.tsx';
import { Banner } from '../../ui/banner.tsx';
import type { Tone } from '../../ui/badge.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Clock } from './clock.ts';
import { forecastOf } from './forecast.ts';
import type { Quota } from './quota.ts';
import styles from './quota.module.css';
import { useDayText } from './use-day-text.ts';
import { dayOf, daysBetween } from './zone-days.ts';

/** The one thing worth saying about the quota now: where it leads, or which picture this is. */
export function QuotaNote({ quota, ...clock }: Clock & { quota: Quota }) {
  const t = useText();
  const { formatNumber } = useIntl();
  if (quota.kind === 'unlimited') return <Note tone="neutral">{t('usage.note.unlimited')}</Note>;
  if (quota.kind === 'unknown') return <Note tone="neutral">{t('usage.note.unknown')}</Note>;
  if (quota.kind === 'uncounted') {
    return <Note tone="neutral">{t('usage.quota.unavailable')}</Note>;
  }
  const payment = quota.paid === undefined ? 'unknown' : quota.paid > 0 ? 'paid' : 'none';
  if (quota.kind === 'none') {
    return (
      <Note tone={payment === 'none' ? 'warning' : 'neutral'}>
        {t(`usage.note.noQuota.${payment}`)}
      </Note>
    );
  }
  const beyond = payment !== 'unknown' && <span>{t(`usage.beyond.${payment}`)}</span>;
  if (quota.over > 0) {
    return (
      <Note tone="danger">
        <Text
          id="usage.note.over"
          values={{ over: quota.over, tokens: formatNumber(quota.over) }}
        />{' '}
        {beyond}
      </Note>
    );
  }
  if (quota.left === 0) {
    return (
      <Note tone="warning">
        <span>{t('usage.note.full')}</span> {beyond}
      </Note>
    );
  }
  if (quota.used === 0) return <Note tone="neutral">{t('usage.note.unused')}</Note>;
  return <ForecastNote quota={quota} beyond={beyond} {...clock} />;
}

interface ForecastNoteProps extends Clock {
  quota: Extract<Quota, { kind: 'limited' }>;
  beyond: ReactNode;
}

function ForecastNote({ quota, beyond, cycle, now, zone }: ForecastNoteProps) {
  const t = useText();
  const dayText = useDayText();
  const { formatNumber } = useIntl();
  const forecast = forecastOf(quota.used, quota.quota, cycle, now);
  if (forecast.kind === 'unknown') {
    // After its end there is nothing left to foretell.
    return now < cycle.end && <Note tone="neutral">{t('usage.forecast.unknown')}</Note>;
  }
  if (forecast.kind === 'within') {
    const percent = formatNumber(Math.floor((forecast.used / quota.quota) * 100) / 100, {
      style: 'percent',
    });
    return <Note tone="neutral">{t('usage.forecast.within', { percent })}</Note>;
  }
  const day = dayOf(forecast.at, zone);
  const date = dayText(day, 'words');
  const days = daysBetween(day, dayOf(cycle.end, zone));
  return (
    <Note tone="warning">
      {cycle.resetKnown ? (
        <Text id="usage.forecast.reaches" values={{ date, days }} />
      ) : (
        <Text id="usage.forecast.reachesUnknown" values={{ date }} />
      )}{' '}
      {beyond}
    </Note>
  );
}

function Note({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <div className={styles['note']}>
      <Banner tone={tone}>
        <div className={styles['noteText']}>
          {tone !== 'neutral' && <Icon name="warning" />}
          <p>{children}</p>
        </div>
      </Banner>
    </div>
  );
}
