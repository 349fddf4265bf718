import { useEffect } from 'react';
import { useCan } from '../data/can.tsx';
import { usePendingPreferences, usePreferencesQuery } from '../data/preferences.ts';
import { applyTheme } from './preferred.ts';

/** Follows the theme of the account, a choice just made before it is answered. */
export function ThemeSync({ userId }: { userId: string }) {
  return useCan().preferences.theme === 'none' ? null : <Follow userId={userId} />;
}

function Follow({ userId }: { userId: string }) {
  const stored = usePreferencesQuery(userId).data?.value.theme;
  const pending = usePendingPreferences(userId).findLast((patch) => patch.theme)?.theme;
  const theme = pending ?? stored;
  useEffect(() => {
    if (theme) applyTheme(theme);
  }, [theme]);
  return null;
}
