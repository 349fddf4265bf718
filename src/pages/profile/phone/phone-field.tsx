import { useEffect, type ReactNode } from 'react';
import { afterPress } from '../../../form/after-press.ts';
import { useFieldError } from '../../../form/text-field.tsx';
import { useText } from '../../../i18n/text.tsx';
import { announce } from '../../../ui/announcer.ts';
import { Field, inputClass, notesId } from '../../../ui/field.tsx';
import { useOwnId } from '../../../ui/own-id.ts';
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
  const { focusable, typed, country, numbering, hasCountry, ask, type, choose, rest } = entry;
  const error = useNumberError(card, entry);
  const id = useOwnId(name);
  return (
    <div className={styles['phone']}>
      <Field id={id} label={label} hint={<Hint entry={entry} />} error={error}>
        <input
          id={id}
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
          aria-describedby={notesId(id)}
          onFocus={ask}
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={() => afterPress(rest)}
        />
      </Field>
      {numbering && hasCountry && (
        <numbering.CountryField
          id={`${id}-country`}
          country={country}
          onChoose={entry.isInternational ? undefined : choose}
        />
      )}
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
  const isOdd =
    entry.isChange &&
    number !== undefined &&
    !isTyping &&
    numbering?.readNumber(typed, country)?.isLikely === false;
  useEffect(() => {
    if (isOdd) announce(t('profile.phone.odd'));
  }, [isOdd, t]);
  const isOffered = hasCountry && !entry.isInternational;
  if (!entry.isChange || number === undefined || !isCertain) {
    return <span>{t(isOffered ? 'profile.phone.hint.country' : 'profile.phone.hint')}</span>;
  }
  return (
    <>
      <span>{t('profile.phone.stored', { number: numberText(number) })}</span>
      {isOdd && <span className={styles['odd']}>{t('profile.phone.odd')}</span>}
    </>
  );
}
