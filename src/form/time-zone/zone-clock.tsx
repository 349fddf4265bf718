import { useCallback } from 'react';
import { useIntl } from '../../i18n/intl.tsx';
import { isTimeZone } from '../../contract/rules.ts';
import { offsetMinutes, offsetText } from './clock.ts';

/** `GMT+5:30 · 19:02`: what clocks in a zone show, or nothing for an unknown zone. */
export function useZoneClock(): (zone: string, now: number) => string {
  const intl = useIntl();
  return useCallback(
    (zone, now) => {
      if (!isTimeZone(zone)) return '';
      // The time of the zone as if it were UTC: one formatter serves every zone.
      const there = now + offsetMinutes(zone, now) * 60_000;
      const time = intl.formatTime(there, { timeZone: 'UTC', hour: 'numeric', minute: 'numeric' });
      return `${offsetText(intl.locale, zone, now)} · ${time}`;
    },
    [intl],
  );
}
