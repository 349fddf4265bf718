import type { ReactNode } from 'react';
import { useAccount } from '../../../data/account.tsx';
import { FormCard } from '../../../form/form-card.tsx';
import { useText } from '../../../i18n/text.tsx';
import { useUserForm } from '../../use-user-form.ts';
import { PhoneField } from './phone-field.tsx';
import { splitNumber, typedNumber } from './typed-number.ts';
import { useNumberText } from './use-numbering.ts';
import { usePhoneEntry } from './use-phone-entry.ts';

const rules = { phoneNumber: typedNumber };

/** The numbers, and the primary one to change. */
export function PhoneForm({ list }: { list: ReactNode }) {
  const t = useText();
  const { user } = useAccount();
  const card = useUserForm('phone-numbers', rules);
  const entry = usePhoneEntry(card, user);
  const numberText = useNumberText();
  const label = t('profile.phone.field');
  return (
    <FormCard
      card={{ ...card, submit: entry.submit }}
      title={t('profile.phone')}
      saveLabel={t('profile.phone.save')}
      labels={{ phoneNumber: label }}
      display={(_, text) => numberText(typedNumber.safeParse(text).data ?? splitNumber(text).typed)}
      before={list}
    >
      <PhoneField card={card} entry={entry} label={label} />
    </FormCard>
  );
}
