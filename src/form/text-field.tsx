import {
  useState,
  type CompositionEvent,
  type FocusEvent,
  type HTMLInputTypeAttribute,
  type ReactNode,
} from 'react';
import { useWatch, type Control, type FieldError, type Path } from 'react-hook-form';
import { codePoints } from '../contract/rules.ts';
import { useText } from '../i18n/text.tsx';
import { Field, inputClass, notesId, Prefixed } from '../ui/field.tsx';
import { afterPress } from './after-press.ts';
import { useOwnId } from '../ui/own-id.ts';
import { useRuleText } from './error-text.ts';
import type { Texts } from './merge.ts';
import type { CardForm } from './use-card-form.ts';

export interface TextFieldProps<T extends Texts> {
  card: CardForm<T>;
  /** The field, and the id that deep links (`#username`) name. */
  name: Path<T>;
  label: string;
  hint?: ReactNode;
  /** Good news about the text, shown instead of the hint. */
  success?: string | undefined;
  /** News that makes the text unusable although it keeps the rule. */
  problem?: string | undefined;
  /** The most code points allowed; shows a counter. */
  max?: number;
  multiline?: boolean;
  wide?: boolean;
  type?: HTMLInputTypeAttribute;
  inputMode?: 'text' | 'tel' | 'email' | 'url';
  autoComplete?: string;
  /** Handles, addresses and numbers run left to right in every language. */
  dir?: 'ltr' | 'auto';
  prefix?: string;
  onFocus?: () => void;
  /** An input method begins to compose a text, and has done so. */
  onComposing?: (composing: boolean) => void;
}

/** The error of a field in the person's language. */
export function useFieldError<T extends Texts>(card: CardForm<T>, name: Path<T>) {
  const ruleText = useRuleText();
  const error = card.form.getFieldState(name, card.form.formState).error as FieldError | undefined;
  return error ? ruleText(error.message ?? '', card.form.getValues(name)) : undefined;
}

/** One text of a form: label, control, hint or error, and a counter. */
export function TextField<T extends Texts>(props: TextFieldProps<T>) {
  const { card, name, label, hint, max, multiline, wide, prefix, dir = 'auto', onFocus } = props;
  const id = useOwnId<string>(name);
  const found = useFieldError(card, name) ?? props.problem;
  const [before, setBefore] = useState<{ readonly found: string | undefined }>();
  // What is half composed is not found fault with yet; what it makes good is forgiven at once.
  const error = before && before.found === undefined ? undefined : found;
  const { onBlur, onChange, ref, name: inputName } = card.form.register(name);
  const control = {
    id,
    name: inputName,
    ref,
    onBlur: (event: FocusEvent) => afterPress(() => void onBlur(event)),
    onChange,
    onFocus,
    onCompositionStart: () => {
      setBefore({ found });
      props.onComposing?.(true);
    },
    onCompositionEnd: (event: CompositionEvent<HTMLElement>) => {
      // Firefox tells of the text only after this: who hears of the end is to know it already.
      void onChange(event);
      setBefore(undefined);
      props.onComposing?.(false);
    },
    dir,
    className: inputClass,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': notesId(id),
    autoComplete: props.autoComplete ?? 'off',
  } as const;
  const input = multiline ? (
    <textarea {...control} rows={3} />
  ) : (
    <input
      {...control}
      type={props.type ?? 'text'}
      inputMode={props.inputMode}
      spellCheck={dir === 'auto'}
      autoCapitalize={dir === 'ltr' ? 'off' : undefined}
    />
  );
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      error={error}
      success={props.success}
      counter={max && <Counter control={card.form.control} name={name} max={max} />}
      wide={wide}
    >
      {prefix ? <Prefixed prefix={prefix}>{input}</Prefixed> : input}
    </Field>
  );
}

/** Alone so that a key press renders this and not the card. */
function Counter<T extends Texts>({
  control,
  name,
  max,
}: {
  control: Control<T>;
  name: Path<T>;
  max: number;
}) {
  const t = useText();
  const count = codePoints(useWatch({ control, name }));
  return (
    <>
      <span aria-hidden="true" dir="ltr">
        {t('form.counter', { count, max })}
      </span>
      <span className="as-visually-hidden">{t('form.counter.spoken', { count, max })}</span>
    </>
  );
}
