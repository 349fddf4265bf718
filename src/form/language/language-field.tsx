import { useController, type Path } from 'react-hook-form';
import { useIntl } from '../../i18n/intl.tsx';
import { pageLanguageOf, pageLanguages } from '../../contract/languages.ts';
import { isLocale } from '../../contract/rules.ts';
import { useText } from '../../i18n/text.tsx';
import { Field } from '../../ui/field.tsx';
import { useOwnId } from '../../ui/own-id.ts';
import { Picker } from '../../ui/picker.tsx';
import { afterPress } from '../after-press.ts';
import type { Texts } from '../merge.ts';
import { usePickerWords } from '../picker-words.ts';
import { useFieldError } from '../text-field.tsx';
import type { CardForm } from '../use-card-form.ts';
import { languageName, translatedName } from './language-name.ts';

const loadPopup = () => import('./language-popup.tsx').then((module) => module.LanguagePopup);

export interface LanguageFieldProps<T extends Texts> {
  card: CardForm<T>;
  /** The field, and the id that deep links name. */
  name: Path<T>;
  label: string;
  emptyLabel: string;
  /** Whether what is chosen can be taken back. */
  clearable: boolean;
}

/** A language, found by its own name, its name in the person's language, or its tag. */
export function LanguageField<T extends Texts>(props: LanguageFieldProps<T>) {
  const { card, name, label, emptyLabel, clearable } = props;
  const { locale } = useIntl();
  const { field } = useController({ control: card.form.control, name });
  const id = useOwnId<string>(name);
  const error = useFieldError(card, name);
  const words = usePickerWords();
  const value: string = field.value;
  const stored = card.form.formState.defaultValues?.[name] ?? '';
  return (
    <Field id={id} label={label} error={error} hint={useLanguageNote(value)}>
      <Picker
        id={id}
        label={label}
        value={value}
        stored={stored}
        text={value ? languageName(value, locale) : emptyLabel}
        emptyLabel={emptyLabel}
        clearable={clearable || stored === ''}
        invalid={error !== undefined}
        onChange={(tag) => {
          field.onChange(tag);
          void card.form.trigger(name);
        }}
        onBlur={() => afterPress(field.onBlur)}
        controlRef={field.ref}
        load={loadPopup}
        words={words}
      />
    </Field>
  );
}

/** That the value is no language, or one that this page cannot be read in. */
function useLanguageNote(value: string): string | undefined {
  const t = useText();
  const { locale } = useIntl();
  if (!value) return undefined;
  if (!isLocale(value)) return t('region.language.unknown', { value });
  const wanted = new Intl.Locale(value);
  if (pageLanguageOf(wanted)) return undefined;
  // Chinese is spoken here, but not in every script.
  const isSpoken = pageLanguages.some((tag) => tag.split('-')[0] === wanted.language);
  const page = new Intl.Locale(locale).language;
  return t('region.language.untranslated', {
    page: translatedName(page, locale),
    language: translatedName(isSpoken ? value : wanted.language, locale),
  });
}
