import { useMemo, type ReactNode } from 'react';
import { useFieldError } from '../../../form/text-field.tsx';
import { useIntl } from '../../../i18n/intl.tsx';
import { useText } from '../../../i18n/text.tsx';
import { Field, inputClass, notesId } from '../../../ui/field.tsx';
import styles from '../profile.module.css';
import { numberProblems, typedNumber } from './typed-number.ts';
import type { PhoneEntry, PhoneForm } from './use-phone-entry.ts';
import { useNumberText } from './use-numbering.ts';

export interface PhoneFieldProps {
  card: PhoneForm;
  entry: PhoneEntry;
  label: string;
}

const name = 'phoneNumber';

/** A number in any formatting, and the country in which one without `+` is meant. */
export function PhoneField({ card, entry, label }: PhoneFieldProps) {
  const { focusable, typed, ask, type, rest, hasCountry } = entry;
  const error = useNumberError(card, entry);
  return (
    <div className={styles['phone']}>
      <Field id={name} label={label} hint={<Hint entry={entry} />} error={error}>
        <input
          id={name}
          name={name}
          ref={focusable}
          className={inputClass}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          autoCapitalize="off"
          spellCheck={false}
          dir="ltr"
          value={typed}
          aria-invalid={error ? true : undefined}
          aria-describedby={notesId(name)}
          onFocus={ask}
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={rest}
        />
      </Field>
      {hasCountry && <CountryField id={`${name}-country`} entry={entry} />}
    </div>
  );
}

function useNumberError(card: PhoneForm, entry: PhoneEntry): string | undefined {
  const t = useText();
  const text = useFieldError(card, name);
  if (entry.isTyping) return undefined;
  const own = numberProblems.find((id) => id === text);
  return own ? t(own) : text;
}

/** What would be stored; else how to write a number. */
function Hint({ entry }: { entry: PhoneEntry }): ReactNode {
  const t = useText();
  const numberText = useNumberText();
  const { text, typed, country, numbering, isTyping, hasCountry } = entry;
  const { data: number } = typedNumber.safeParse(text);
  // Until its country is known, nobody can say how it would be stored.
  const isCertain = number?.startsWith('+') || numbering;
  if (!entry.isChange || number === undefined || !isCertain) {
    return <span>{t(hasCountry ? 'profile.phone.hint.country' : 'profile.phone.hint')}</span>;
  }
  const isOdd = !isTyping && numbering?.readNumber(typed, country)?.isLikely === false;
  return (
    <>
      <span>{t('profile.phone.stored', { number: numberText(number) })}</span>
      {isOdd && <span className={styles['odd']}>{t('profile.phone.odd')}</span>}
    </>
  );
}

function CountryField({ id, entry }: { id: string; entry: PhoneEntry }) {
  const t = useText();
  const { locale } = useIntl();
  const { numbering, country } = entry;
  const options = useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'region' });
    const { compare } = new Intl.Collator(locale);
    const named = (numbering?.countries ?? []).map((one) => ({
      ...one,
      name: names.of(one.id) ?? one.id,
    }));
    return named.sort((one, other) => compare(one.name, other.name));
  }, [locale, numbering]);
  return (
    <Field id={id} label={t('profile.phone.country')}>
      <select
        id={id}
        className={inputClass}
        value={country ?? ''}
        onChange={(event) => entry.choose(event.currentTarget.value)}
      >
        {country === undefined && <option value="">{t('profile.phone.country.none')}</option>}
        {options.map(({ id: value, name, callingCode }) => (
          // The code reads from left to right in every language.
          <option key={value} value={value}>{`${name} \u2066+${callingCode}\u2069`}</option>
        ))}
      </select>
    </Field>
  );
}
