import { useMemo } from 'react';
import { useIntl } from '../../../i18n/intl.tsx';
import { useText } from '../../../i18n/text.tsx';
import { Field, inputClass, ReadOnlyField } from '../../../ui/field.tsx';
import { callingCodeOf, countries } from './numbering.ts';

export interface CountryFieldProps {
  id: string;
  /** Undefined when the number is in none, or in one that nobody knows. */
  country: string | undefined;
  /** Undefined where the number itself says its country. */
  onChoose: ((country: string) => void) | undefined;
}

// The code reads from left to right in every language.
const withCode = (name: string, code: string | undefined) => `${name} \u2066+${code ?? ''}\u2069`;

/** The country in which a phone number is meant, by its name in the page's language. */
export function CountryField({ id, country, onChoose }: CountryFieldProps) {
  const t = useText();
  const { locale } = useIntl();
  const names = useMemo(() => new Intl.DisplayNames(locale, { type: 'region' }), [locale]);
  const options = useMemo(() => {
    const { compare } = new Intl.Collator(locale);
    const named = countries.map((one) => ({ ...one, name: names.of(one.id) ?? one.id }));
    return named.sort((one, other) => compare(one.name, other.name));
  }, [locale, names]);
  if (!onChoose) {
    if (country === undefined) return null;
    return (
      <ReadOnlyField id={id} label={t('profile.phone.country')}>
        {withCode(names.of(country) ?? country, callingCodeOf(country))}
      </ReadOnlyField>
    );
  }
  return (
    <Field id={id} label={t('profile.phone.country')}>
      <select
        id={id}
        className={inputClass}
        value={country ?? ''}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {country === undefined && <option value="">{t('profile.phone.country.none')}</option>}
        {options.map(({ id: value, name, callingCode }) => (
          <option key={value} value={value}>
            {withCode(name, callingCode)}
          </option>
        ))}
      </select>
    </Field>
  );
}
