import { useEffect, useMemo } from 'react';
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
const most = 50;

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

/** Prepares the offsets of all zones, a few at a time, so that searching one waits for nothing. */
function useReadyOffsets() {
  useEffect(() => {
    let next = 0;
    let timer = setTimeout(function some() {
      for (const zone of zones.slice(next, next + 12)) offsetMinutes(zone.value, Date.now());
      next += 12;
      if (next < zones.length) timer = setTimeout(some);
    });
    return () => clearTimeout(timer);
  }, []);
}

/** The zones that match, with their offset and the time there now. */
export function TimeZonePopup(props: PickerPopupProps) {
  const { query, value, stored, emptyLabel } = props;
  const t = useText();
  const { locale } = useIntl();
  const now = useMinute();
  const clock = useZoneClock();
  useReadyOffsets();

  const { selected, matches } = useMemo(() => {
    const { search, find } = searchIn(locale);
    const empty = plain('', emptyLabel);
    // What is stored keeps its way of being written: choosing it again changes nothing.
    const asStored = (zone: ZoneMatch) =>
      zone.names.includes(value)
        ? { ...zone, value }
        : zone.names.includes(stored)
          ? { ...zone, value: stored }
          : zone;
    const own = value ? asStored(find(value) ?? plain(value, value)) : empty;
    const device = find(deviceZone());
    const first = query.trim() ? [] : [empty, own, ...(device ? [asStored(device)] : [])];
    const values = new Set<string>();
    const all = [...first, ...search(query, now).map(asStored)].filter(
      (zone) => !values.has(zone.value) && values.add(zone.value),
    );
    return { selected: own, matches: all };
    // The clock moves the offsets twice a year; that is soon enough for the next query.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [locale, query, value, stored, emptyLabel]);

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
      textOf={(zone) => zone.city}
      searchLabel={t('region.timezone.search')}
      status={status}
      quietStatus={matches.length > 0 && matches.length <= most}
      render={(zone) => (
        <>
          <span>
            <bdi>{zone.city}</bdi>{' '}
            <Muted>
              {zone.also
                ? t('region.timezone.also', { country: zone.countryName, name: zone.also })
                : zone.countryName}
            </Muted>
          </span>
          <Muted>{zone.value && clock(zone.value, now)}</Muted>
        </>
      )}
    />
  );
}
