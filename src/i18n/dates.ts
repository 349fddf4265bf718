import { useMemo } from 'react';
import { useIntl } from './intl.tsx';
import { instantOf } from '../contract/reading.ts';
import { isTimeZone } from '../contract/rules.ts';

export interface Dates {
  /** "20 November 2026", or undefined for what is no instant. */
  readonly date: (instant: string | undefined) => string | undefined;
  /** The zone used: the person's when the engine knows it, else the device's. */
  readonly timeZone: string | undefined;
}

/**
 * Dates in the person's language and zone. Stored values may be anything: an unknown zone falls back
 * to the device's, an unreadable instant (RFC 3339 expected) has no text.
 */
export function useDates(zone: string | undefined): Dates {
  const { locale } = useIntl();
  return useMemo(() => {
    const timeZone = zone !== undefined && isTimeZone(zone) ? zone : undefined;
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
    return {
      timeZone,
      date: (instant) => {
        const time = instantOf(instant);
        return Number.isNaN(time) ? undefined : format.format(time);
      },
    };
  }, [locale, zone]);
}
