import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { avatarUrl, bio, isHttpsUrl, limits, name, username } from '../../contract/rules.ts';
import { useAccount, useFieldAccess } from '../../data/account.tsx';
import { FormCard } from '../../form/form-card.tsx';
import { TextField } from '../../form/text-field.tsx';
import type { CardForm } from '../../form/use-card-form.ts';
import { useText } from '../../i18n/text.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Card, CardBody } from '../../ui/card.tsx';
import { FieldGrid, ReadOnlyField } from '../../ui/field.tsx';
import { useOwnId } from '../../ui/own-id.ts';
import { useWhyReadOnly } from '../use-why-read-only.ts';
import { useUserForm, userText } from '../use-user-form.ts';
import styles from './profile.module.css';
import {
  publicFields as fields,
  type PublicField as Field,
  type PublicTexts,
} from './public-fields.ts';
import { UsernameField } from './username-field.tsx';

const rules = { avatarUrl, name, username, bio };

/** Photo, display name, username and description: what other people see. */
export function PublicProfileCard() {
  const t = useText();
  const access = useFieldAccess();
  const why = useWhyReadOnly();
  const card = useUserForm('public-profile', rules);
  const editable = fields.some((field) => access(field) === 'edit');
  const note = editable ? t(why) : undefined;
  const labels: Record<Field, string> = {
    avatarUrl: t('profile.photo'),
    name: t('profile.name'),
    username: t('profile.username'),
    bio: t('profile.bio'),
  };
  const rows = (
    <FieldGrid>
      {fields
        .filter((field) => access(field) !== 'none')
        .map((field) => (
          <FieldOf key={field} card={card} field={field} label={labels[field]} note={note} />
        ))}
    </FieldGrid>
  );
  if (!editable) {
    return (
      <Card id={card.id} title={t('profile.public')} description={t(why)}>
        <CardBody>{rows}</CardBody>
      </Card>
    );
  }
  return (
    <FormCard
      card={card}
      title={t('profile.public')}
      description={t('profile.public.about')}
      saveLabel={t('profile.public.save')}
      labels={labels}
    >
      {rows}
    </FormCard>
  );
}

interface PublicFieldProps {
  card: CardForm<PublicTexts>;
  field: Field;
  label: string;
  /** Why the field can only be looked at, where the card does not say so. */
  note: string | undefined;
}

function FieldOf({ card, field, label, note }: PublicFieldProps) {
  const t = useText();
  const { user } = useAccount();
  const editable = useFieldAccess()(field) === 'edit';
  if (field === 'avatarUrl')
    return <Photo card={card} label={label} note={note} editable={editable} />;
  if (!editable) {
    return (
      <ReadOnlyField
        id={field}
        label={label}
        note={note}
        wide={field === 'bio'}
        verbatim={field !== 'bio' && Boolean(userText(user, field))}
      >
        {userText(user, field) || t('state.notSet')}
      </ReadOnlyField>
    );
  }
  if (field === 'username') return <UsernameField card={card} label={label} />;
  if (field === 'name') {
    return <TextField card={card} name="name" label={label} autoComplete="name" />;
  }
  return (
    <TextField
      card={card}
      name="bio"
      label={label}
      hint={t('profile.bio.hint')}
      max={limits.bio.max}
      multiline
      wide
    />
  );
}

interface PhotoProps {
  card: CardForm<PublicTexts>;
  label: string;
  note: string | undefined;
  editable: boolean;
}

/**
 * The picture as it is or will be, and where it comes from. Nothing is asked of an address that is
 * still being typed: only once the field is left, or what stands in it is stored.
 */
function Photo({ card, label, note, editable }: PhotoProps) {
  const t = useText();
  const { user } = useAccount();
  const typed = useWatch({ control: card.form.control, name: 'avatarUrl' });
  const [left, setLeft] = useState(typed);
  const [broken, setBroken] = useState<string>();
  const address = (typed === userText(user, 'avatarUrl') ? typed : left).trim();
  const src = isHttpsUrl(address) ? address : undefined;
  const leave = () => setLeft(card.form.getValues('avatarUrl'));
  return (
    <div
      id={useOwnId(editable ? undefined : 'avatarUrl')}
      className={styles['photo']}
      onFocus={leave}
      onBlur={leave}
    >
      <Avatar size="large" name={user.name} src={src} onBroken={setBroken} />
      {!editable && note && <span className={styles['note']}>{note}</span>}
      {editable && (
        <TextField
          card={card}
          name="avatarUrl"
          label={label}
          hint={t(
            src !== undefined && src === broken ? 'profile.photo.broken' : 'profile.photo.hint',
          )}
          type="url"
          dir="ltr"
          autoComplete="photo"
        />
      )}
    </div>
  );
}
