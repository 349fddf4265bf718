import { useCallback, useDeferredValue, useMemo } from 'react';
import { useIntl } from '../../i18n/intl.tsx';
import { useText } from '../../i18n/text.tsx';
import { ComboboxPopup, Muted } from '../../ui/combobox.tsx';
import type { PickerPopupProps } from '../../ui/picker.tsx';
import { deviceZone, offsetMinutes } from './clock.ts';
import { zoneSearch, type ZoneMatch } from './search-zones.ts';
import { useMinute } from './use-minute.ts';
import { useZoneClock } from './zone-clock.tsx';
import { allZones } from './zones.ts';

/** More than a person reads; they type instead. */
const most = 30;

const zones = allZones();

const searches = new Map<string, ReturnType<typeof zoneSearch>>();
function searchIn(locale: string) {
  const search = searches.get(locale) ?? zoneSearch(zones, locale);
  searches.set(locale, search);
  return search;
}

/** A choice that stands for itself: nothing, or a stored value that no zone has. */
const plain = (value: string, city: string): ZoneMatch => ({
  value,
  names: [value],
  city,
  country: undefined,
  countryName: '',
  also: undefined,
  cities: [],
  title: '',
  abbreviations: [],
});

/**
 * Asks for the offsets of all zones, a few at a time, so that neither opening the list nor searching
 * an offset waits for them.
 */
export function prepareOffsets(): void {
  let next = 0;
  setTimeout(function some() {
    for (const zone of zones.slice(next, next + 8)) offsetMinutes(zone.value, Date.now());
    next += 8;
    if (next < zones.length) setTimeout(some);
  });
}

/** The zones that match, with their offset and the time there now. */
export function TimeZonePopup(props: PickerPopupProps) {
  const { query, value, stored, emptyLabel, clearable } = props;
  const t = useText();
  const { locale } = useIntl();
  const now = useMinute();
  const clock = useZoneClock();

  const { selected, matchesOf } = useMemo(() => {
    const { search, find } = searchIn(locale);
    // What is stored keeps its way of being written: choosing it again changes nothing.
    const asStored = (zone: ZoneMatch): ZoneMatch => {
      const written = [value, stored].find((name) => zone.names.includes(name));
      return written === undefined ? zone : { ...zone, value: written };
    };
    const empty = plain('', emptyLabel);
    const own = value ? asStored(find(value) ?? plain(value, value)) : empty;
    return {
      selected: own,
      matchesOf: (text: string): ZoneMatch[] => {
        const found = search(text, Date.now()).map(asStored);
        if (text.trim()) return found;
        const device = find(deviceZone());
        const first = [...(clearable ? [empty] : []), own, ...(device ? [asStored(device)] : [])];
        const values = new Set<string>();
        return [...first, ...found].filter(
          (zone) => !values.has(zone.value) && values.add(zone.value),
        );
      },
    };
  }, [locale, value, stored, emptyLabel, clearable]);
  // Typing comes first, the list follows as soon as it can.
  const asked = useDeferredValue(query);
  const matches = useMemo(() => matchesOf(asked), [matchesOf, asked]);
  const shown = useMemo(() => matches.slice(0, most), [matches]);
  const render = useCallback(
    ({ value: zone, city, countryName, also }: ZoneMatch) => (
      <>
        <span>
          <bdi>{city}</bdi>{' '}
          <Muted>
            {also ? t('region.timezone.also', { country: countryName, name: also }) : countryName}
          </Muted>
        </span>
        <Muted>{zone && clock(zone, now)}</Muted>
      </>
    ),
    [t, clock, now],
  );

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
      best={() => matchesOf(query)[0]}
      selected={selected}
      textOf={(zone) => zone.city}
      searchLabel={t('region.timezone.search')}
      status={status}
      quietStatus={matches.length > 0 && matches.length <= most}
      render={render}
    />
  );
}
