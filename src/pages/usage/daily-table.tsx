import { useId } from 'react';
import { useIntl } from '../../i18n/intl.tsx';
import { useText } from '../../i18n/text.tsx';
import styles from './daily.module.css';
import { hasForecast, type DayUse } from './series.ts';
import { useDayText } from './use-day-text.ts';

/** The same days as the chart, one row each. */
export function DailyTable({ days }: { days: readonly DayUse[] }) {
  const t = useText();
  const caption = useId();
  const dayText = useDayText();
  const { formatNumber } = useIntl();
  const kinds = hasForecast(days);
  const from = dayText(days[0]?.day ?? '', 'full');
  const to = dayText(days.at(-1)?.day ?? '', 'full');
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard
    <div className={styles['scroll']} role="region" aria-labelledby={caption} tabIndex={0}>
      <table className={styles['table']}>
        <caption id={caption}>{t('usage.chart.label', { from, to })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('usage.column.date')}</th>
            <th scope="col" className={styles['number']}>
              {t('usage.column.tokens')}
            </th>
            {kinds && <th scope="col">{t('usage.column.kind')}</th>}
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, tokens, kind }) => (
            <tr key={day}>
              <th scope="row">{dayText(day, 'spoken')}</th>
              <td className={styles['number']}>{formatNumber(tokens)}</td>
              {kinds && <td>{t(`usage.kind.${kind}`)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
