import { useId } from 'react';
import { useIntl } from '../../i18n/intl.tsx';
import { Text, useText } from '../../i18n/text.tsx';
import type { Clock } from './clock.ts';
import type { Quota } from './quota.ts';
import styles from './quota.module.css';
import { useDayText } from './use-day-text.ts';
import { dayOf, daysBetween } from './zone-days.ts';

const kinds = {
  none: 'usage.noQuota',
  unlimited: 'usage.unlimited',
  unknown: 'usage.unknownQuota',
} as const;

/** How much is used of how much, in words and as a meter, and when it starts anew. */
export function QuotaFigures({ quota, ...clock }: Clock & { quota: Quota }) {
  const t = useText();
  const { formatNumber } = useIntl();
  const used = quota.used === undefined ? t('usage.unknown') : formatNumber(quota.used);
  const amountId = useId();
  const reset = useReset(clock);
  if (quota.kind !== 'limited') {
    return (
      <div className={styles['figures']}>
        <p className={styles['amount']}>
          {quota.kind === 'uncounted' ? (
            <Text id="usage.usedOf" values={{ used, quota: formatNumber(quota.quota) }} />
          ) : quota.used === undefined ? (
            <strong>{used}</strong>
          ) : (
            <Text id="usage.used" values={{ used }} />
          )}
        </p>
        <div className={styles['aside']}>
          {quota.kind !== 'uncounted' && (
            <p>
              <strong>{t(kinds[quota.kind])}</strong>
            </p>
          )}
          {reset && <p className={styles['muted']}>{reset}</p>}
        </div>
      </div>
    );
  }
  const total = formatNumber(quota.quota);
  const tiny = quota.percent === 0 && quota.used > 0;
  const percent = formatNumber((tiny ? 1 : quota.percent) / 100, { style: 'percent' });
  return (
    <>
      <div className={styles['figures']}>
        <p id={amountId} className={styles['amount']}>
          <Text id="usage.usedOf" values={{ used, quota: total }} />
        </p>
        <div className={styles['aside']}>
          <p>
            <Text id={tiny ? 'usage.percent.tiny' : 'usage.percent'} values={{ percent }} />
          </p>
          {reset && <p className={styles['muted']}>{reset}</p>}
        </div>
      </div>
      <meter
        className={quota.over > 0 ? `${styles['meter']} ${styles['over']}` : styles['meter']}
        min={0}
        max={quota.quota}
        value={Math.min(quota.used, quota.quota)}
        aria-label={t('usage.meter')}
        aria-describedby={amountId}
      />
    </>
  );
}

/** "Resets 1 Dec, in 8 days", where the backend says when. */
function useReset({ cycle, zone, now }: Clock): string | undefined {
  const t = useText();
  const dayText = useDayText();
  const { formatRelativeTime } = useIntl();
  if (!cycle.resetKnown) return undefined;
  const day = dayOf(cycle.end, zone);
  const today = dayOf(now, zone);
  const date = dayText(day, day.slice(0, 4) === today.slice(0, 4) ? 'short' : 'full');
  if (cycle.end <= now) return t('usage.resetDue', { date });
  const relative = formatRelativeTime(daysBetween(today, day), 'day', { numeric: 'auto' });
  return t('usage.resets', { date, relative });
}
