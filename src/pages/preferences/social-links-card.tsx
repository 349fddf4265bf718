import type { Preferences } from '../../contract/preferences.ts';
import type { Versioned } from '../../client/me-client.ts';
import { FormCard } from '../../form/form-card.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useText } from '../../i18n/text.tsx';
import { Card, CardBody } from '../../ui/card.tsx';
import { FieldGrid, ReadOnlyField } from '../../ui/field.tsx';
import { usePreferenceAccess } from './access.ts';
import { usePreferencesForm } from './use-preferences-form.ts';

const fields = ['twitter', 'discord'] as const;

/** Handles on other networks. */
export function SocialLinksCard({ stored }: { stored: Versioned<Preferences> }) {
  const t = useText();
  const { access, whyReadOnly } = usePreferenceAccess();
  const card = usePreferencesForm('social-links', fields, stored);
  if (access('socials') === 'none') return null;
  const title = t('preferences.socials');
  const labels = { twitter: t('preferences.twitter'), discord: t('preferences.discord') };
  if (access('socials') === 'read') {
    return (
      <Card id={card.id} title={title} description={t(whyReadOnly)}>
        <CardBody>
          <FieldGrid>
            {fields.map((field) => (
              <ReadOnlyField
                key={field}
                id={field}
                label={labels[field]}
                verbatim={stored.value.socials[field] !== undefined}
              >
                {stored.value.socials[field] ?? t('state.notSet')}
              </ReadOnlyField>
            ))}
          </FieldGrid>
        </CardBody>
      </Card>
    );
  }
  return (
    <FormCard card={card} title={title} saveLabel={t('preferences.socials.save')} labels={labels}>
      <FieldGrid>
        <TextField card={card} name="twitter" label={labels.twitter} prefix="x.com/" dir="ltr" />
        <TextField card={card} name="discord" label={labels.discord} dir="ltr" />
      </FieldGrid>
    </FormCard>
  );
}
