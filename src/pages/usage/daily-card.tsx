import { useRef, useState } from 'react';
import { useIntl } from '../../i18n/intl.tsx';
import { useSearchParams } from 'react-router-dom';
import type { Usage } from '../../contract/usage.ts';
import { useZoneName } from '../../form/time-zone/zone-name.ts';
import { useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, CardBody, CardFooter } from '../../ui/card.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Failed } from '../query-card.tsx';
import type { Clock } from './clock.ts';
import { periodOf, type Period } from './cycle.ts';
import { DailyChart } from './daily-chart.tsx';
import styles from './daily.module.css';
import { DailyTable } from './daily-table.tsx';
import { hasForecast, showsPace } from './series.ts';
import { type Daily, useDaily } from './use-daily.ts';
import { useSaveCsv } from './use-save-csv.ts';

export interface DailyCardProps extends Clock {
  usage: Usage | undefined;
  cycleDecided: boolean;
}

/** Tokens per day of a period, as a chart or as a table, and as a file. */
export function DailyCard({ usage, cycleDecided, ...clock }: DailyCardProps) {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const period = periodOf(params.get('period'));
  const { query, daily, waiting } = useDaily({ period, usage, cycleDecided, ...clock });
  const body = useRef<HTMLDivElement>(null);
  const updated = useUpdated(daily, clock.now);
  const zone = useZoneName()(daily?.zone ?? clock.zone);

  const choose = (value: Period) =>
    setParams((now) => {
      now.set('period', value);
      return now;
    });

  return (
    <Card
      id="daily"
      title={t('usage.daily')}
      description={
        updated ? t('usage.daily.about', { zone, updated }) : t('usage.daily.zone', { zone })
      }
      action={
        <Segmented
          label={t('usage.period')}
          value={period}
          onChange={choose}
          options={[
            { value: '7d', label: t('usage.period.days', { days: 7 }) },
            { value: 'cycle', label: t('usage.period.cycle') },
            { value: '90d', label: t('usage.period.days', { days: 90 }) },
          ]}
        />
      }
    >
      {/* Outlives what it shows: a focus within is not lost when Retry goes away. */}
      <div ref={body} tabIndex={-1} aria-busy={waiting}>
        {daily ? (
          <DailyContent daily={daily} dimmed={waiting} />
        ) : query.error ? (
          <Failed
            title={t('usage.daily')}
            error={query.error}
            onRetry={() => {
              body.current?.focus();
              void query.refetch();
            }}
          />
        ) : (
          <Waiting offline={query.isPaused} />
        )}
      </div>
    </Card>
  );
}

/** "updated 3 minutes ago" */
function useUpdated(daily: Daily | undefined, now: number): string | undefined {
  const t = useText();
  const { formatRelativeTime } = useIntl();
  if (!daily) return undefined;
  const minutes = Math.floor((now - daily.updatedAt) / 60_000);
  if (minutes < 1) return t('usage.updated.now');
  const relative =
    minutes < 60
      ? formatRelativeTime(-minutes, 'minute')
      : formatRelativeTime(-Math.floor(minutes / 60), 'hour');
  return t('usage.updated', { relative });
}

function DailyContent({ daily: { days, pace }, dimmed }: { daily: Daily; dimmed: boolean }) {
  const t = useText();
  const { formatNumber } = useIntl();
  const [asTable, setAsTable] = useState(false);
  const saveCsv = useSaveCsv();
  if (days.every(({ tokens, kind }) => tokens === 0 || kind === 'forecast')) {
    return (
      <CardBody>
        <p className={styles['empty']}>{t('usage.daily.empty')}</p>
      </CardBody>
    );
  }
  const paceDrawn = pace !== undefined && !asTable && showsPace(days, pace);
  const notes = [
    !asTable && hasForecast(days) && t('usage.legend.forecast'),
    pace !== undefined &&
      t(paceDrawn ? 'usage.legend.pace' : 'usage.legend.paceOnly', {
        pace: formatNumber(pace, { maximumFractionDigits: 0 }),
      }),
  ].filter(Boolean);
  return (
    <>
      <div className={dimmed ? styles['dimmed'] : undefined}>
        <CardBody>
          {asTable ? (
            <DailyTable days={days} />
          ) : (
            <DailyChart days={days} pace={paceDrawn ? pace : undefined} />
          )}
        </CardBody>
      </div>
      <CardFooter status={notes.join(' ')}>
        <Button variant="ghost" onClick={() => setAsTable(!asTable)}>
          {asTable ? t('usage.asChart') : t('usage.asTable')}
        </Button>
        <Button onClick={() => saveCsv(days)}>{t('usage.csv')}</Button>
      </CardFooter>
    </>
  );
}

function Waiting({ offline }: { offline: boolean }) {
  const t = useText();
  if (offline) return <CardBody>{t('state.offline.card')}</CardBody>;
  return (
    <>
      <CardBody>
        <div
          className={styles['pending']}
          role="status"
          aria-label={t('state.loading', { what: t('usage.daily') })}
        />
      </CardBody>
      <CardFooter />
    </>
  );
}
