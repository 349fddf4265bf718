import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useIntl } from '../../i18n/intl.tsx';
import { useText } from '../../i18n/text.tsx';
import { ComboboxPopup, Muted } from '../../ui/combobox.tsx';
import type { PickerPopupProps } from '../../ui/picker.tsx';
import { deviceZone, offsetMinutes } from './clock.ts';
import { zoneSearch, type ZoneMatch, type ZoneSearch } from './search-zones.ts';
import { useMinute } from './use-minute.ts';
import { useZoneClock } from './zone-clock.tsx';
import type { ZoneData } from './zone-data.ts';
import { allZones, type Zone } from './zones.ts';

/** More than a person reads; they type instead. */
const most = 30;

let zones: readonly Zone[] = [];

/** Milliseconds of preparing before the page may answer to something else. */
const atOnce = 6;

interface Prepared {
  readonly search: ZoneSearch;
  isComplete: boolean;
  /** Fulfilled once everything can be found. */
  readonly complete: Promise<void>;
}

const searches = new Map<string, Prepared>();
let zoneData: ZoneData | undefined;

/** The search for readers of a language: it is there at once, and finds more and more. */
function searchIn(locale: string): Prepared {
  const known = searches.get(locale);
  if (known) return known;
  const search = zoneSearch(zones, locale, zoneData);
  const prepared: Prepared = {
    search,
    isComplete: false,
    complete: new Promise((resolve) => {
      setTimeout(function some() {
        const end = performance.now() + atOnce;
        if (!search.prepare(() => performance.now() > end)) return setTimeout(some);
        prepared.isComplete = true;
        return resolve();
      });
    }),
  };
  searches.set(locale, prepared);
  return prepared;
}

/**
 * Makes ready what the list needs.
 *
 * @param lines the identifiers of each zone
 * @param data without it zones are found by less
 */
export function prepareZones(locale: string, lines: readonly string[], data?: ZoneData): void {
  if (zones.length === 0) {
    zones = allZones(lines);
    zoneData = data;
    prepareOffsets();
  }
  searchIn(locale);
}

/** The search, anew once everything can be found. */
function useZoneSearch(locale: string): ZoneSearch {
  const prepared = searchIn(locale);
  const { search, isComplete } = prepared;
  const [, setComplete] = useState<Prepared>();
  useEffect(() => {
    // As it was when this was rendered: it may have become complete since.
    if (!isComplete) void prepared.complete.then(() => setComplete(prepared));
  }, [prepared, isComplete]);
  // Another object, so that what was found with less is searched again.
  return useMemo(() => (isComplete ? { ...search } : search), [search, isComplete]);
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
function prepareOffsets(): void {
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

  const zoneSearch = useZoneSearch(locale);

  const { selected, matchesOf } = useMemo(() => {
    const { search, find } = zoneSearch;
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
        const device = find(deviceZone() ?? '');
        const first = [...(clearable ? [empty] : []), own, ...(device ? [asStored(device)] : [])];
        const values = new Set<string>();
        return [...first, ...found].filter(
          (zone) => !values.has(zone.value) && values.add(zone.value),
        );
      },
    };
  }, [zoneSearch, value, stored, emptyLabel, clearable]);
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
      best={() => {
        // Whoever is faster than the preparing waits for it once, and gets what they typed.
        zoneSearch.prepare(() => false);
        return matchesOf(query)[0];
      }}
      selected={selected}
      textOf={(zone) => zone.city}
      searchLabel={t('region.timezone.search')}
      status={status}
      quietStatus={matches.length > 0 && matches.length <= most}
      render={render}
    />
  );
}
