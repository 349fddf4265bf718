import type { ReactNode } from 'react';
import { email } from '../../contract/rules.ts';
import type { UserEmail } from '../../contract/user.ts';
import { useAccount, useFieldAccess } from '../../data/account.tsx';
import { FormCard } from '../../form/form-card.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useText } from '../../i18n/text.tsx';
import { Card, CardBody } from '../../ui/card.tsx';
import { useWhyReadOnly } from '../use-why-read-only.ts';
import { useUserForm, userText } from '../use-user-form.ts';
import { ContactList } from './contact-list.tsx';

const rules = { email };

/** Primary first, then verified, then the rest. */
const rank = (entry: UserEmail, primary: string) =>
  entry.email === primary ? 0 : entry.verified ? 1 : 2;

/** The addresses and their states, and the one that can be changed. */
export function EmailCard() {
  const t = useText();
  const { user } = useAccount();
  const access = useFieldAccess()('email');
  const why = useWhyReadOnly('email');
  const primary = userText(user, 'email');
  if (access === 'none') return null;
  const entries = user.emails
    .toSorted((a, b) => rank(a, primary) - rank(b, primary))
    .map((entry) => ({
      id: entry.id,
      value: entry.email,
      primary: entry.email === primary,
      verified: entry.verified,
    }));
  const list = <ContactList field="email" label={t('profile.email')} entries={entries} />;
  if (access === 'edit') return <EmailForm list={list} />;
  return (
    <Card id="email-addresses" title={t('profile.email')} description={t(why)}>
      {entries.length > 0 ? list : <CardBody>{primary || t('state.notSet')}</CardBody>}
    </Card>
  );
}

function EmailForm({ list }: { list: ReactNode }) {
  const t = useText();
  const card = useUserForm('email-addresses', rules);
  const label = t('profile.email.field');
  return (
    <FormCard
      card={card}
      title={t('profile.email')}
      description={t('profile.email.about')}
      saveLabel={t('profile.email.save')}
      labels={{ email: label }}
      before={list}
    >
      <TextField
        card={card}
        name="email"
        label={label}
        hint={t('profile.email.hint')}
        type="email"
        inputMode="email"
        dir="ltr"
        autoComplete="email"
      />
    </FormCard>
  );
}
