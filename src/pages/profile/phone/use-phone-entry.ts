import { useCallback, useEffect, useState } from 'react';
import { useController } from 'react-hook-form';
import { limits, normalisePhoneNumber, phoneNumber as phoneRule } from '../../../contract/rules.ts';
import type { User } from '../../../contract/user.ts';
import type { CardForm } from '../../../form/use-card-form.ts';
import { userText } from '../../use-user-form.ts';
import { isInternational, joinNumber, splitNumber, typedNumber } from './typed-number.ts';
import { loadNumbering, numberingState, useNumberingState } from './use-numbering.ts';

export type PhoneForm = CardForm<{ phoneNumber: string }>;

const homeOf = async (user: User): Promise<string | undefined> => {
  await loadNumbering();
  const numbering = numberingState();
  return typeof numbering === 'string' ? undefined : numbering.homeCountry(user);
};

/** With fewer digits nobody asks yet in which country they are dialled. */
const digitsToShow = /^\+\d|\d{3}/;

/** A number without `+` that the rule takes. */
const isNational = (typed: string) => !isInternational(typed) && phoneRule.safeParse(typed).success;

/**
 * What is typed as a phone number, and in which country it is meant. The form holds both as one
 * text, or the stored one where that is what would be sent.
 */
export function usePhoneEntry(card: PhoneForm, user: User) {
  const { form } = card;
  const stored = userText(user, 'phoneNumber');
  const { field } = useController({ control: form.control, name: 'phoneNumber' });
  const { value: text, onChange, onBlur, ref: focusable } = field;
  const state = useNumberingState();
  const [isAsked, setAsked] = useState(false);
  /** Undefined until the usual country was looked for. */
  const [home, setHome] = useState<{ country: string | undefined }>();
  const [chosen, setChosen] = useState<string>();
  /** Until the person rests, nothing is held against what is half typed. */
  const [isTyping, setTyping] = useState(false);
  /** What stands in the field while the form holds the stored number, which is the same. */
  const [alike, setAlike] = useState<{ typed: string; text: string }>();

  const held = splitNumber(text);
  const typed = alike?.text === text ? alike.typed : held.typed;
  const numbering = typeof state === 'string' ? undefined : state;
  const usual = held.country ?? chosen ?? home?.country;
  const isKept = text === stored && stored !== '';
  const country = isInternational(typed)
    ? numbering?.countryOf(typed, usual)
    : isKept
      ? undefined
      : usual;

  const write = (next: string, inCountry = usual, isChosen = chosen !== undefined) => {
    const joined = joinNumber({ typed: next, country: inCountry });
    // Choosing a country gives one to a number that was stored without.
    const isSame = isChosen
      ? next === stored && !isNational(next)
      : next === stored || phoneRule.safeParse(next).data === stored;
    const meant = isSame || typedNumber.safeParse(joined).data === stored ? stored : joined;
    setAlike({ typed: next, text: meant });
    onChange(meant);
  };

  /** Gives a number that was typed before its country was known the usual one. */
  const settle = useCallback(async () => {
    const usualNow = await homeOf(user);
    const now = splitNumber(form.getValues('phoneNumber'));
    const settled = joinNumber({ typed: now.typed, country: now.country ?? usualNow });
    if (settled !== form.getValues('phoneNumber') && now.typed !== stored) {
      form.setValue('phoneNumber', settled, { shouldDirty: true });
    }
    return usualNow;
  }, [form, user, stored]);

  const { dirtyCount } = card;
  // A draft may have come back, or the browser have filled the field in.
  useEffect(() => {
    if (isAsked || dirtyCount > 0) void settle().then((found) => setHome({ country: found }));
  }, [isAsked, dirtyCount, settle]);

  const isTouched = form.getFieldState('phoneNumber', form.formState).isTouched;
  useEffect(() => {
    if (isTouched) void form.trigger('phoneNumber');
  }, [form, isTouched, state, home]);

  return {
    /** What the form holds. */
    text,
    /** Takes the control to focus when something is wrong. */
    focusable,
    typed,
    country,
    state,
    numbering,
    isTyping,
    /** Whether what is typed would change something. */
    isChange: text !== stored,
    /** Whether the country is shown: to be chosen, or as the number itself says. */
    hasCountry:
      numbering !== undefined &&
      home !== undefined &&
      (isAsked || dirtyCount > 0) &&
      digitsToShow.test(normalisePhoneNumber(typed.slice(0, limits.phoneTyped.max))),
    isInternational: isInternational(typed),
    ask: () => {
      setAsked(true);
      void loadNumbering();
    },
    type: (next: string) => {
      setTyping(true);
      write(next);
    },
    choose: (next: string) => {
      setChosen(next);
      setTyping(false);
      write(typed, next, true);
    },
    rest: () => {
      setTyping(false);
      setAlike(undefined);
      onBlur();
    },
    submit: () => {
      setTyping(false);
      const isReady = isInternational(typed) || (numbering && held.country !== undefined);
      if (isReady || !card.dirtyCount) card.submit();
      else void settle().then(card.submit);
    },
  };
}

export type PhoneEntry = ReturnType<typeof usePhoneEntry>;
