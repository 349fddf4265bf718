import { useEffect, useMemo, useState } from 'react';
import { useIntl } from '../../i18n/intl.tsx';
import { languages as spoken } from '../../i18n/catalogue.ts';
import { useText } from '../../i18n/text.tsx';
import { ComboboxPopup, Muted } from '../../ui/combobox.tsx';
import type { PickerPopupProps } from '../../ui/picker.tsx';
import { languageTags } from './language-tags.ts';
import {
  languageNames,
  plainLanguage,
  searchLanguages,
  type Language,
} from './search-languages.ts';

const most = 50;
/** Names asked of Intl before the page may answer to something else. */
const atOnce = 16;

const tags = languageTags(spoken);

const namesIn = new Map<string, ReturnType<typeof languageNames>>();
function namesFor(locale: string) {
  const names = namesIn.get(locale) ?? languageNames(locale);
  namesIn.set(locale, names);
  return names;
}

/** The languages named so far; the others follow a few at a time, so that nothing waits for them. */
function useNamedLanguages(locale: string): readonly Language[] {
  const nameOf = namesFor(locale);
  const [count, setCount] = useState(atOnce);
  useEffect(() => {
    if (count >= tags.length) return;
    const timer = setTimeout(() => setCount(count + atOnce));
    return () => clearTimeout(timer);
  }, [count]);
  return useMemo(() => tags.slice(0, count).map(nameOf), [nameOf, count]);
}

/** The languages that match, by their own name and the person's name for them. */
export function LanguagePopup(props: PickerPopupProps) {
  const { query, value, emptyLabel } = props;
  const t = useText();
  const { locale } = useIntl();
  const named = useNamedLanguages(locale);

  const { selected, matches } = useMemo(() => {
    const empty = plainLanguage('', emptyLabel);
    const own = value ? namesFor(locale)(value) : empty;
    const first = query.trim() ? [] : [empty, own];
    const values = new Set<string>();
    const all = [...first, ...searchLanguages(named, query)].filter(
      (language) => !values.has(language.value) && values.add(language.value),
    );
    return { selected: own, matches: all };
  }, [locale, named, query, value, emptyLabel]);

  const status =
    matches.length === 0
      ? t('region.none', { query: query.trim() })
      : matches.length > most
        ? t('region.more', { count: most })
        : t('region.found', { count: matches.length });
  return (
    <ComboboxPopup
      {...props}
      matches={useMemo(() => matches.slice(0, most), [matches])}
      selected={selected}
      textOf={(language) => language.name}
      searchLabel={t('region.language.search')}
      status={status}
      quietStatus={matches.length > 0 && matches.length <= most}
      render={({ value: tag, name, translated }) => (
        <>
          <bdi lang={tag || undefined}>{name}</bdi>
          <Muted>
            <bdi>{translated === name ? tag : translated || (tag === name ? '' : tag)}</bdi>
          </Muted>
        </>
      )}
    />
  );
}
