import { useCallback } from 'react';
import { useIntl } from '../../i18n/intl.tsx';
import type { Day } from './zone-days.ts';

const styles = {
  /** "29 November" */
  words: { day: 'numeric', month: 'long' },
  /** "1 Dec" */
  short: { day: 'numeric', month: 'short' },
  /** "Wed 18 Nov" */
  spoken: { weekday: 'short', day: 'numeric', month: 'short' },
  weekday: { weekday: 'short' },
  day: { day: 'numeric' },
  /** "18 November 2026" */
  full: { day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Says a calendar date in the person's language. The date has its zone already: it is not moved. */
export function useDayText(): (day: Day, style: keyof typeof styles) => string {
  const { formatDate } = useIntl();
  return useCallback(
    (day, style) => formatDate(Date.parse(day), { timeZone: 'UTC', ...styles[style] }),
    [formatDate],
  );
}
