import { useIntl } from '../../i18n/intl.tsx';
import { locale as localeRule, timezone } from '../../contract/rules.ts';
import type { UserField } from '../../contract/user.ts';
import { useCan } from '../../data/can.tsx';
import { useAccount, useFieldAccess } from '../../data/account.tsx';
import { FormCard } from '../../form/form-card.tsx';
import { LanguageField } from '../../form/language/language-field.tsx';
import { languageName } from '../../form/language/language-name.ts';
import { TimeZoneField } from '../../form/time-zone/time-zone-field.tsx';
import { useMinute } from '../../form/time-zone/use-minute.ts';
import { useZoneClock } from '../../form/time-zone/zone-clock.tsx';
import { useZoneName } from '../../form/time-zone/zone-name.ts';
import { useText } from '../../i18n/text.tsx';
import { Card, CardBody } from '../../ui/card.tsx';
import { FieldGrid, ReadOnlyField } from '../../ui/field.tsx';
import { useWhyReadOnly } from '../use-why-read-only.ts';
import { useUserForm } from '../use-user-form.ts';

const fields = ['locale', 'timezone'] as const satisfies readonly UserField[];
const rules = { locale: localeRule, timezone };

/** Language and time zone: how everything else is shown. */
export function RegionCard() {
  const t = useText();
  const { locale } = useIntl();
  const { user } = useAccount();
  const access = useFieldAccess();
  const { clear } = useCan();
  const why = useWhyReadOnly();
  const card = useUserForm('region', rules);
  const nameOf = useZoneName();
  const labels = { locale: t('region.language'), timezone: t('region.timezone') };
  if (fields.every((field) => access(field) === 'none')) return null;
  const nothing = t('state.notSet');
  const editable = fields.some((field) => access(field) === 'edit');
  const note = editable ? t(why) : undefined;
  const rows = (
    <FieldGrid>
      {access('locale') === 'edit' && (
        <LanguageField
          card={card}
          name="locale"
          label={labels.locale}
          emptyLabel={nothing}
          clearable={clear.locale}
        />
      )}
      {access('locale') === 'read' && (
        <ReadOnlyField id="locale" label={labels.locale} note={note}>
          {user.locale ? languageName(user.locale, locale) : nothing}
        </ReadOnlyField>
      )}
      {access('timezone') === 'edit' && (
        <TimeZoneField
          card={card}
          name="timezone"
          label={labels.timezone}
          emptyLabel={nothing}
          clearable={clear.timezone}
        />
      )}
      {access('timezone') === 'read' && (
        <ReadOnlyField id="timezone" label={labels.timezone} note={note}>
          {user.timezone ? <ZoneText zone={user.timezone} /> : nothing}
        </ReadOnlyField>
      )}
    </FieldGrid>
  );
  if (!editable) {
    return (
      <Card id={card.id} title={t('region.title')} description={t(why)}>
        <CardBody>{rows}</CardBody>
      </Card>
    );
  }
  return (
    <FormCard
      card={card}
      title={t('region.title')}
      description={t('region.about')}
      saveLabel={t('region.save')}
      labels={labels}
      display={(field, text) =>
        text && (field === 'locale' ? languageName(text, locale) : nameOf(text))
      }
    >
      {rows}
    </FormCard>
  );
}

/** A zone with its offset and the time there now. */
function ZoneText({ zone }: { zone: string }) {
  const clock = useZoneClock();
  const now = useMinute();
  const nameOf = useZoneName();
  return <bdi>{[nameOf(zone), clock(zone, now)].filter(Boolean).join(' · ')}</bdi>;
}
