import { useState } from 'react';
import { useController, type Path } from 'react-hook-form';
import { useIntl } from '../../i18n/intl.tsx';
import { isTimeZone } from '../../contract/rules.ts';
import { useText } from '../../i18n/text.tsx';
import { Field } from '../../ui/field.tsx';
import { useOwnId } from '../../ui/own-id.ts';
import { Picker } from '../../ui/picker.tsx';
import { afterPress } from '../after-press.ts';
import type { Texts } from '../merge.ts';
import { usePickerWords } from '../picker-words.ts';
import { useFieldError } from '../text-field.tsx';
import type { CardForm } from '../use-card-form.ts';
import { deviceZone, isLink, offsetText, sameZone } from './clock.ts';
import styles from './time-zone.module.css';
import { useMinute } from './use-minute.ts';
import { useZoneClock } from './zone-clock.tsx';
import { loadCities, useZoneName } from './zone-name.ts';

async function loadPopup(locale: string) {
  const [{ prepareZones, TimeZonePopup }, lines, data] = await Promise.all([
    import('./time-zone-popup.tsx'),
    import('./zone-data.ts').then(({ loadZoneLines }) => loadZoneLines()),
    // Without these the list is there, in English, and finds less.
    import('./zone-data.ts').then(({ loadZoneData }) => loadZoneData()).catch(() => undefined),
    loadCities(locale).catch(() => undefined),
  ]);
  prepareZones(locale, lines, data);
  return TimeZonePopup;
}

export interface TimeZoneFieldProps<T extends Texts> {
  card: CardForm<T>;
  /** The field, and the id that deep links name. */
  name: Path<T>;
  label: string;
  /** What no zone means: "Not set", "Same as profile". */
  emptyLabel: string;
  /** Whether what is chosen can be taken back. */
  clearable: boolean;
  /** The zone that holds when none is chosen. */
  emptyZone?: string | undefined;
}

/** A time zone, found by city, region, country, name of its time, identifier or offset. */
export function TimeZoneField<T extends Texts>(props: TimeZoneFieldProps<T>) {
  const { card, name, label, emptyLabel, emptyZone = '', clearable } = props;
  const { field } = useController({ control: card.form.control, name });
  const id = useOwnId<string>(name);
  const error = useFieldError(card, name);
  const words = usePickerWords();
  const { locale } = useIntl();
  const clock = useZoneClock();
  const now = useMinute();
  const nameOf = useZoneName();
  const value: string = field.value;
  const instead = isTimeZone(emptyZone)
    ? `${nameOf(emptyZone)} · ${offsetText(locale, emptyZone, now)}`
    : nameOf(emptyZone);
  const stored = card.form.formState.defaultValues?.[name] ?? '';
  const choose = (zone: string) => {
    field.onChange(zone);
    void card.form.trigger(name);
  };
  return (
    <Field
      id={id}
      label={label}
      error={error}
      hint={
        <ZoneNotes
          value={value}
          effective={value || emptyZone}
          onUse={(zone) => {
            choose(zone);
            // The offer cannot be seen any more; the field it changed has the focus then.
            document.getElementById(id)?.focus();
          }}
        />
      }
    >
      <Picker
        id={id}
        label={label}
        value={value}
        stored={stored}
        text={value ? nameOf(value) : emptyLabel}
        detail={value ? clock(value, now) : instead}
        emptyLabel={emptyLabel}
        clearable={clearable || stored === ''}
        invalid={error !== undefined}
        onChange={choose}
        onBlur={() => afterPress(field.onBlur)}
        controlRef={field.ref}
        load={() => loadPopup(locale)}
        words={words}
      />
    </Field>
  );
}

interface ZoneNotesProps {
  /** What is chosen here, perhaps nothing. */
  value: string;
  /** What counts then. */
  effective: string;
  onUse: (zone: string) => void;
}

/** How an unusual value is kept, and what this device is set to. */
function ZoneNotes({ value, effective, onUse }: ZoneNotesProps) {
  const t = useText();
  const nameOf = useZoneName();
  const device = deviceZone();
  const same = device === undefined || sameZone(effective, device);
  const [offered, setOffered] = useState(!same);
  if (!same && !offered) setOffered(true);
  return (
    <>
      {value && !isTimeZone(value) && <span>{`${t('region.timezone.unknown', { value })} `}</span>}
      {isLink(value) && <span>{`${t('region.timezone.stored', { value })} `}</span>}
      {device && <span>{`${t('region.timezone.device', { zone: nameOf(device) })} `}</span>}
      {device && offered && (
        <button
          type="button"
          className={styles['use']}
          // Keeps its place: what stands below must not come up under the pointer.
          style={same ? { visibility: 'hidden' } : undefined}
          onClick={() => onUse(device)}
        >
          {t('region.timezone.use')}
        </button>
      )}
    </>
  );
}
