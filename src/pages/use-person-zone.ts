import { useMemo } from 'react';
import { isTimeZone } from '../contract/rules.ts';
import { useAccount } from '../data/account.tsx';

/** The person's time zone for `Intl`; undefined, hence the device's, when none or none usable is set. */
export function usePersonZone(): string | undefined {
  const { timezone } = useAccount().user;
  return useMemo(
    () => (timezone !== undefined && isTimeZone(timezone) ? timezone : undefined),
    [timezone],
  );
}
