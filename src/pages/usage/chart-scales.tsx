import { useIntl } from '../../i18n/intl.tsx';
import styles from './chart.module.css';
import { labelsOf } from './scale.ts';
import type { DayUse } from './series.ts';
import { useDayText } from './use-day-text.ts';

/** The values beside the lines of the grid. The readout says them exactly. */
export function ChartAxis({ ticks }: { ticks: readonly number[] }) {
  const { formatNumber } = useIntl();
  return (
    <div className={styles['axis']} aria-hidden="true">
      {ticks.map((tick) => (
        <span key={tick}>{formatNumber(tick, { notation: 'compact' })}</span>
      ))}
    </div>
  );
}

/** The dates below the bars, as many as there is room for; the month where it begins. */
export function ChartLabels({ days }: { days: readonly DayUse[] }) {
  const dayText = useDayText();
  const labels = labelsOf(days.length).map(({ index, minor }, nth, all) => {
    const day = days[index]?.day ?? '';
    const before = days[all[nth - 1]?.index ?? -1]?.day;
    const style =
      days.length <= 7
        ? 'weekday'
        : days.length > 35 || before?.slice(0, 7) !== day.slice(0, 7)
          ? 'short'
          : 'day';
    return { index, minor, text: dayText(day, style) };
  });
  return (
    <div
      className={styles['labels']}
      style={{ gridTemplateColumns: `repeat(${days.length}, minmax(0, 1fr))` }}
      aria-hidden="true"
    >
      {labels.map(({ index, minor, text }) => (
        <span
          key={index}
          className={minor ? styles['minor'] : undefined}
          style={{ gridColumn: index + 1 }}
        >
          {text}
        </span>
      ))}
    </div>
  );
}
