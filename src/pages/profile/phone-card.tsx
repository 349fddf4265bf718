import { useAccount, useFieldAccess } from '../../data/account.tsx';
import { useText } from '../../i18n/text.tsx';
import { Card, CardBody } from '../../ui/card.tsx';
import { useWhyReadOnly } from '../use-why-read-only.ts';
import { userText } from '../use-user-form.ts';
import { ContactList } from './contact-list.tsx';
import { PhoneForm } from './phone/phone-form.tsx';
import { useNumberText, whenSeen } from './phone/use-numbering.ts';

/** The numbers and their states, and the one that can be changed. */
export function PhoneCard() {
  const t = useText();
  const { user } = useAccount();
  const access = useFieldAccess()('phoneNumber');
  const why = useWhyReadOnly('phoneNumber');
  const numberText = useNumberText();
  if (access === 'none') return null;
  const entries = user.phoneNumbers.map((entry) => {
    const primary = entry.primary ?? entry.phoneNumber === user.phoneNumber;
    return {
      id: entry.id,
      value: entry.phoneNumber,
      text: numberText(entry.phoneNumber),
      primary,
      verified: entry.verified,
    };
  });
  const list = entries.length > 0 && (
    <div ref={whenSeen}>
      <ContactList field="phoneNumber" label={t('profile.phone')} entries={entries} />
    </div>
  );
  if (access === 'edit') return <PhoneForm list={list} />;
  const number = userText(user, 'phoneNumber');
  return (
    <Card id="phone-numbers" title={t('profile.phone')} description={t(why)}>
      {list || (
        <CardBody>
          {number ? (
            <bdi ref={whenSeen} translate="no">
              {numberText(number)}
            </bdi>
          ) : (
            <span>{t('state.notSet')}</span>
          )}
        </CardBody>
      )}
    </Card>
  );
}
