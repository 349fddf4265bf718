import {
  useEffect,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
} from 'react';
import { useIntl } from '../../i18n/intl.tsx';
import { useText } from '../../i18n/text.tsx';
import { isComposing } from '../../ui/composing.ts';
import { ChartAxis, ChartLabels } from './chart-scales.tsx';
import styles from './chart.module.css';
import { ticksOf } from './scale.ts';
import type { DayUse } from './series.ts';
import { useDayText } from './use-day-text.ts';

export interface DailyChartProps {
  days: readonly DayUse[];
  /** Tokens; a dashed line is drawn there. */
  pace: number | undefined;
}

const isRightToLeft = (element: Element): boolean =>
  element.closest('[dir]')?.getAttribute('dir') === 'rtl';

const percent = (part: number, whole: number): string => `${(part / whole) * 100}%`;

/**
 * Bars per day. One focus stop, a slider from day to day, because that is what assistive technology
 * hands the arrow keys to and speaks the text of; touch and pointer read the same readout.
 */
export function DailyChart({ days, pace }: DailyChartProps) {
  const t = useText();
  const dayText = useDayText();
  const say = useReadout();
  const [chosen, setActive] = useState<number>();
  const active = chosen !== undefined && chosen < days.length ? chosen : undefined;
  const ticks = ticksOf(Math.max(pace ?? 0, ...days.map(({ tokens }) => tokens)));
  const top = ticks.at(-1) ?? 1;
  const newest = days.findLastIndex(({ kind }) => kind !== 'forecast');
  const current = active ?? Math.max(0, newest);
  const at = days[current];
  const last = days.length - 1;

  useEffect(() => {
    if (active === undefined) return;
    const hide = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'Escape' && !isComposing(event)) setActive(undefined);
    };
    window.addEventListener('keydown', hide);
    return () => window.removeEventListener('keydown', hide);
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    const ahead = isRightToLeft(event.currentTarget) ? -1 : 1;
    const steps: Partial<Record<string, number>> = {
      ArrowRight: ahead,
      ArrowLeft: -ahead,
      ArrowUp: 1,
      ArrowDown: -1,
      PageUp: 7,
      PageDown: -7,
      Home: -last,
      End: last,
    };
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setActive(Math.min(last, Math.max(0, current + step)));
  };

  const onPointer = (event: PointerEvent) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const along = (event.clientX - left) / width;
    const part = isRightToLeft(event.currentTarget) ? 1 - along : along;
    setActive(Math.min(last, Math.max(0, Math.floor(part * days.length))));
  };

  const from = dayText(days[0]?.day ?? '', 'full');
  const to = dayText(days[last]?.day ?? '', 'full');
  return (
    <div className={styles['chart']}>
      <ChartAxis ticks={ticks} />
      <div
        className={styles['plot']}
        role="slider"
        tabIndex={0}
        aria-roledescription={t('usage.chart')}
        aria-label={t('usage.chart.label', { from, to })}
        aria-valuemin={1}
        aria-valuemax={days.length}
        aria-valuenow={current + 1}
        aria-valuetext={at && say.inOne(at)}
        onKeyDown={onKeyDown}
        onFocus={() => setActive(current)}
        onBlur={() => setActive(undefined)}
        onPointerDown={onPointer}
        onPointerMove={onPointer}
        onPointerLeave={(event) => {
          // A finger that is lifted leaves too; what it pointed at is still being read.
          if (event.pointerType === 'mouse') setActive(undefined);
        }}
      >
        {ticks.map((tick) => (
          <span key={tick} className={styles['grid']} style={{ bottom: percent(tick, top) }} />
        ))}
        <div className={styles['bars']}>
          {days.map((day, index) => (
            <span
              key={day.day}
              className={styles[day.tokens > 0 ? day.kind : 'zero']}
              data-active={index === active || undefined}
              style={{ height: percent(day.tokens, top) }}
            />
          ))}
        </div>
        {pace !== undefined && (
          <span className={styles['pace']} style={{ bottom: percent(pace, top) }} />
        )}
        {active !== undefined && at && (
          <Readout
            lines={say.inLines(at)}
            style={{
              '--at': ((active + 0.5) / days.length) * 100,
              '--height': percent(at.tokens, top),
            }}
          />
        )}
      </div>
      <ChartLabels days={days} />
    </div>
  );
}

function Readout({
  lines: [day, ...rest],
  style,
}: {
  lines: readonly string[];
  style: Record<'--at' | '--height', string | number>;
}) {
  return (
    <div className={styles['readout']} style={style as CSSProperties}>
      <span>{day}</span>
      <strong>{rest.join(' · ')}</strong>
    </div>
  );
}

/** What is said of one day, in lines or in one sentence. */
function useReadout() {
  const t = useText();
  const dayText = useDayText();
  const { formatNumber, formatList } = useIntl();
  const inLines = ({ day, tokens, kind }: DayUse): string[] => [
    dayText(day, 'spoken'),
    t('usage.tokens', { count: tokens, tokens: formatNumber(tokens) }),
    ...(kind === 'used' ? [] : [t(`usage.kind.${kind}`)]),
  ];
  return {
    inLines,
    inOne: (day: DayUse) => formatList(inLines(day), { type: 'unit', style: 'short' }),
  };
}
