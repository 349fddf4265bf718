import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { pageLanguages } from '../../contract/languages.ts';
import { isLocale } from '../../contract/rules.ts';
import { useIntl } from '../../i18n/intl.tsx';
import { useText } from '../../i18n/text.tsx';
import { ComboboxPopup, Muted } from '../../ui/combobox.tsx';
import type { PickerPopupProps } from '../../ui/picker.tsx';
import { mayBeTag } from './real-tag.ts';
import { languageTags } from './language-tags.ts';
import {
  languageNames,
  plainLanguage,
  searchLanguages,
  type Language,
} from './search-languages.ts';

const most = 30;
/** Names asked of Intl before the page may answer to something else. */
const atOnce = 8;

const tags = languageTags(pageLanguages);

const namesIn = new Map<string, ReturnType<typeof languageNames>>();
function namesFor(locale: string) {
  const names = namesIn.get(locale) ?? languageNames(locale);
  namesIn.set(locale, names);
  return names;
}

/**
 * The languages, first as many as are shown; the others are named a few at a time, so that nothing
 * waits for them, and come all together.
 */
function useNamedLanguages(locale: string): readonly Language[] {
  const nameOf = namesFor(locale);
  const [count, setCount] = useState(most);
  useEffect(() => {
    let next = most;
    let timer = setTimeout(function some() {
      tags.slice(next, next + atOnce).forEach(nameOf);
      next += atOnce;
      if (next < tags.length) timer = setTimeout(some);
      else setCount(tags.length);
    });
    return () => clearTimeout(timer);
  }, [nameOf]);
  return useMemo(() => tags.slice(0, count).map(nameOf), [nameOf, count]);
}

const renderLanguage = ({ value: tag, name, translated }: Language) => (
  <>
    <bdi lang={tag || undefined} translate={tag ? 'no' : undefined}>
      {name}
    </bdi>
    <Muted>
      <bdi>{translated === name ? tag : translated || (tag === name ? '' : tag)}</bdi>
    </Muted>
  </>
);

/** The languages that match, by their own name and the person's name for them. */
export function LanguagePopup(props: PickerPopupProps) {
  const { query, value, stored, emptyLabel, clearable, onChoose } = props;
  const t = useText();
  const { locale } = useIntl();
  const named = useNamedLanguages(locale);

  const { selected, matchesOf } = useMemo(() => {
    const empty = plainLanguage('', emptyLabel);
    const own = value ? namesFor(locale)(value) : empty;
    return {
      selected: own,
      matchesOf: (text: string): Language[] => {
        const found = searchLanguages(named, text, locale);
        if (text.trim()) return found;
        return [
          ...new Map(
            [...(clearable ? [empty] : []), own, ...found].map((one) => [one.value, one]),
          ).values(),
        ];
      },
    };
  }, [locale, named, value, emptyLabel, clearable]);
  // Typing comes first, the list follows as soon as it can.
  const asked = useDeferredValue(query);
  const matches = useMemo(() => matchesOf(asked), [matchesOf, asked]);
  const shown = useMemo(() => matches.slice(0, most), [matches]);

  // A word that finds nothing is no language because it is spelt like a tag: the list stays open.
  const choose = (tag: string) => {
    const isWord = isLocale(tag) && !mayBeTag(tag) && tag !== value && tag !== stored;
    if (!isWord) onChoose(tag);
  };

  const status =
    matches.length === 0
      ? t('region.none', { query: asked.trim() })
      : matches.length > most
        ? t('region.more', { count: most })
        : t('region.found', { count: matches.length });
  return (
    <ComboboxPopup
      {...props}
      matches={shown}
      stale={asked !== query}
      // Whoever is faster than the naming waits for it once, and gets what they typed.
      best={() => searchLanguages(tags.map(namesFor(locale)), query, locale)[0]}
      selected={selected}
      onChoose={choose}
      textOf={(language) => language.name}
      searchLabel={t('region.language.search')}
      status={status}
      quietStatus={matches.length > 0 && matches.length <= most}
      render={renderLanguage}
    />
  );
}
