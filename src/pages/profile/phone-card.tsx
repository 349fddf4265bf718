import { useState, type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { phoneNumber as phoneRule } from '../../contract/rules.ts';
import type { UserField } from '../../contract/user.ts';
import { useAccount, useFieldAccess } from '../../data/account.tsx';
import { FormCard } from '../../form/form-card.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useText } from '../../i18n/text.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Card, CardBody } from '../../ui/card.tsx';
import { useWhyReadOnly } from '../use-why-read-only.ts';
import { useUserForm, userText } from '../use-user-form.ts';
import { ContactList } from './contact-list.tsx';

const fields = ['phoneNumber'] as const satisfies readonly UserField[];

/** The numbers and their states, and the one that can be changed. */
export function PhoneCard() {
  const t = useText();
  const { user } = useAccount();
  const access = useFieldAccess()('phoneNumber');
  const why = useWhyReadOnly('phoneNumber');
  if (access === 'none') return null;
  const entries = user.phoneNumbers.map((entry) => {
    const primary = entry.primary ?? entry.phoneNumber === user.phoneNumber;
    return {
      id: entry.id,
      text: entry.phoneNumber,
      primary,
      badges: (
        <>
          {primary && <Badge tone="accent">{t('profile.contact.primary')}</Badge>}
          {entry.verified === true && <Badge tone="success">{t('profile.contact.verified')}</Badge>}
          {entry.verified === false && (
            <Badge tone="warning">{t('profile.contact.unverified')}</Badge>
          )}
        </>
      ),
    };
  });
  const list = <ContactList field="phoneNumber" label={t('profile.phone')} entries={entries} />;
  if (access === 'edit') return <PhoneForm list={list} />;
  return (
    <Card title={t('profile.phone')} description={t(why)}>
      {entries.length > 0 ? (
        list
      ) : (
        <CardBody>{userText(user, 'phoneNumber') || t('state.notSet')}</CardBody>
      )}
    </Card>
  );
}

/** Turns digits into a number as people write it; the metadata behind it is heavy and comes late. */
type Formatter = (stored: string) => string | undefined;

function PhoneForm({ list }: { list: ReactNode }) {
  const t = useText();
  const card = useUserForm('phone-numbers', fields);
  const { user } = useAccount();
  const [format, setFormat] = useState<Formatter>();
  const typed = useWatch({ control: card.form.control, name: 'phoneNumber' });
  const stored = phoneRule.safeParse(typed).data;
  const label = t('profile.phone.field');
  const preview =
    stored !== undefined && typed !== userText(user, 'phoneNumber')
      ? t('profile.phone.stored', { number: format?.(stored) ?? stored })
      : undefined;
  return (
    <FormCard
      card={card}
      title={t('profile.phone')}
      saveLabel={t('profile.phone.save')}
      labels={{ phoneNumber: label }}
      before={list}
    >
      <TextField
        card={card}
        name="phoneNumber"
        label={label}
        hint={preview ?? t('profile.phone.hint')}
        type="tel"
        inputMode="tel"
        dir="ltr"
        autoComplete="tel"
        onFocus={() => {
          // Without it the number is shown as digits: nothing to tell the person.
          void import('./phone-format.ts').then(
            (module) => setFormat(() => module.internationalFormat),
            () => undefined,
          );
        }}
      />
    </FormCard>
  );
}
