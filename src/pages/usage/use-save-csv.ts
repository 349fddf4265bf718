import { useCallback } from 'react';
import { useIntl } from '../../i18n/intl.tsx';
import { useText } from '../../i18n/text.tsx';
import { csvOf, separatorOf } from './csv.ts';
import { saveFile } from '../save-file.ts';
import { hasForecast, type DayUse } from './series.ts';

/** Hands the days shown to the browser as a file. */
export function useSaveCsv(): (days: readonly DayUse[]) => void {
  const t = useText();
  const { locale } = useIntl();
  return useCallback(
    (days) => {
      const kinds = hasForecast(days);
      const header = [t('usage.column.date'), t('usage.column.tokens')];
      if (kinds) header.push(t('usage.column.kind'));
      const rows = days.map(({ day, tokens, kind }) =>
        kinds ? [day, tokens, t(`usage.kind.${kind}`)] : [day, tokens],
      );
      const blob = new Blob([csvOf([header, ...rows], separatorOf(locale))], {
        type: 'text/csv;charset=utf-8',
      });
      saveFile(blob, `usage-${days[0]?.day}-${days.at(-1)?.day}.csv`);
    },
    [t, locale],
  );
}
