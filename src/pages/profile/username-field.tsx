import { useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { limits, username as usernameRule } from '../../contract/rules.ts';
import { useAccount } from '../../data/account.tsx';
import { useCan } from '../../data/can.tsx';
import { useUsernameAvailability } from '../../data/username.ts';
import { useRuleText } from '../../form/error-text.ts';
import { TextField } from '../../form/text-field.tsx';
import type { CardForm } from '../../form/use-card-form.ts';
import { useText } from '../../i18n/text.tsx';
import { announce } from '../../ui/announcer.ts';
import type { PublicTexts } from './public-fields.ts';

/** Milliseconds of rest before the backend is asked about a name. */
const typingRest = 300;

/** The rule as a hint, a counter, and whether the name is free while it is typed. */
export function UsernameField({ card, label }: { card: CardForm<PublicTexts>; label: string }) {
  const t = useText();
  const [composing, setComposing] = useState(false);
  const { problem, success } = useAvailabilityText(card, composing);
  useEffect(() => {
    if (problem ?? success) announce(problem ?? success ?? '');
  }, [problem, success]);
  return (
    <TextField
      card={card}
      name="username"
      label={label}
      hint={t('profile.username.hint', limits.username)}
      success={success}
      problem={problem}
      max={limits.username.max}
      dir="ltr"
      autoComplete="username"
      onComposing={setComposing}
    />
  );
}

function useAvailabilityText(
  card: CardForm<PublicTexts>,
  composing: boolean,
): {
  problem?: string;
  success?: string;
} {
  const t = useText();
  const ruleText = useRuleText();
  const { user } = useAccount();
  const { usernameAvailability } = useCan();
  const typed = useWatch({ control: card.form.control, name: 'username' });
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), typingRest);
    return () => clearTimeout(timer);
  }, [typed]);

  // What would be stored: without the `@` and the blanks that came along.
  const username = usernameRule.safeParse(typed).data;
  const isWorthAsking =
    usernameAvailability &&
    // What is half composed is no name yet.
    !composing &&
    settled === typed &&
    username !== undefined &&
    username !== user.username;
  const { data: verdict } = useUsernameAvailability(user.id, isWorthAsking ? username : null);
  if (!isWorthAsking || !verdict) return {};
  return verdict.available
    ? { success: t('profile.username.available', { username }) }
    : { problem: ruleText(verdict.reason ?? 'username_taken', username) };
}
