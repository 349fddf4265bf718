import { useEffect } from 'react';
import { useCan } from '../data/can.tsx';
import { usePendingPreferences, usePreferencesQuery } from '../data/preferences.ts';
import { usePlace } from './place.tsx';
import { applyTheme } from './preferred.ts';

/** Follows the theme of the account where no host has one; a choice just made before it is answered. */
export function ThemeSync({ userId }: { userId: string }) {
  const isOwn = usePlace().kind === 'page';
  const has = useCan().preferences.theme !== 'none';
  return !isOwn || !has ? null : <Follow userId={userId} />;
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
