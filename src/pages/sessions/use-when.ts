import { useMemo } from 'react';
import { instantOf } from '../../contract/reading.ts';
import { useAccount } from '../../data/account.tsx';
import { useDates } from '../../i18n/dates.ts';
import { useIntl } from '../../i18n/intl.tsx';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How far a backend's clock may run ahead of this device's before its times mean nothing. */
const clockSkew = hour;

/**
 * Says when something was, in the person's language and zone: "2 hours ago" today, "yesterday", then
 * the date. Undefined for what is no date or lies in the future.
 */
export function useWhen(): (instant: string | undefined, now: number) => string | undefined {
  const intl = useIntl();
  const { timeZone } = useDates(useAccount().user.timezone);
  return useMemo(() => {
    const zone = timeZone ? { timeZone } : {};
    const dates = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      ...zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    /** The date in the zone: its year, and its days since 1970, which can be subtracted. */
    const dateOf = (at: number): { year: number; days: number } => {
      const parts = Object.fromEntries(
        dates.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
      );
      const year = parts['year'] ?? 0;
      return { year, days: Date.UTC(year, (parts['month'] ?? 1) - 1, parts['day']) / day };
    };
    const ago = (count: number, unit: 'day' | 'hour' | 'minute' | 'second') =>
      intl.formatRelativeTime(-count, unit, { numeric: 'auto' });

    return (instant, now) => {
      const at = instantOf(instant);
      const age = now - at;
      if (Number.isNaN(age) || age < -clockSkew) return undefined;
      if (age < minute) return ago(0, 'second');
      if (age < hour) return ago(Math.floor(age / minute), 'minute');
      const [today, then] = [dateOf(now), dateOf(at)];
      if (then.days >= today.days) return ago(Math.floor(age / hour), 'hour');
      if (then.days === today.days - 1) return ago(1, 'day');
      return intl.formatDate(at, {
        ...zone,
        day: 'numeric',
        month: 'long',
        ...(then.year === today.year ? {} : { year: 'numeric' }),
      });
    };
  }, [intl, timeZone]);
}
