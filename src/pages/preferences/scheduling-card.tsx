import type { Preferences } from '../../contract/preferences.ts';
import type { Versioned } from '../../client/me-client.ts';
import { useCan } from '../../data/can.tsx';
import { useAccount } from '../../data/account.tsx';
import { FormCard } from '../../form/form-card.tsx';
import { TimeZoneField } from '../../form/time-zone/time-zone-field.tsx';
import { useZoneName } from '../../form/time-zone/zone-name.ts';
import { useText } from '../../i18n/text.tsx';
import { Card, CardBody } from '../../ui/card.tsx';
import { FieldGrid, ReadOnlyField } from '../../ui/field.tsx';
import { usePreferenceAccess } from './access.ts';
import { usePreferencesForm } from './use-preferences-form.ts';

const fields = ['timezone'] as const;

/** The time zone of schedules: the profile's, or another one. */
export function SchedulingCard({ stored }: { stored: Versioned<Preferences> }) {
  const t = useText();
  const { user } = useAccount();
  const { access, whyReadOnly } = usePreferenceAccess();
  const { clear } = useCan();
  const nameOf = useZoneName();
  const card = usePreferencesForm('scheduling', fields, stored);
  if (access('timezone') === 'none') return null;
  const title = t('preferences.scheduling');
  const label = t('preferences.timezone');
  const same = t(
    stored.value.timezoneUnknown ? 'preferences.timezone.unknown' : 'preferences.timezone.same',
  );
  const zoneText = (zone: string) => (zone ? nameOf(zone) : same);
  if (access('timezone') === 'read') {
    return (
      <Card id={card.id} title={title} description={t(whyReadOnly)}>
        <CardBody>
          <ReadOnlyField id="timezone" label={label}>
            {zoneText(stored.value.timezone ?? '')}
          </ReadOnlyField>
        </CardBody>
      </Card>
    );
  }
  return (
    <FormCard
      card={card}
      title={title}
      saveLabel={t('preferences.scheduling.save')}
      labels={{ timezone: label }}
      display={(_, zone) => zoneText(zone)}
    >
      <FieldGrid>
        <TimeZoneField
          card={card}
          name="timezone"
          label={label}
          emptyLabel={same}
          emptyZone={stored.value.timezoneUnknown ? undefined : user.timezone}
          clearable={clear.schedulingTimezone}
        />
      </FieldGrid>
    </FormCard>
  );
}
