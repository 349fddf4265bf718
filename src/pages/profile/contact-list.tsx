import type { ReactNode } from 'react';
import { MeError } from '../../client/me-error.ts';
import { useAccount, useFieldAccess } from '../../data/account.tsx';
import { useRefreshUser, useSaveUser } from '../../data/user.ts';
import { useErrorText } from '../../form/error-text.ts';
import { useText } from '../../i18n/text.tsx';
import { announce } from '../../ui/announcer.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { CardRows, Row } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './profile.module.css';

export interface ContactEntry {
  readonly id: string;
  readonly text: string;
  readonly primary: boolean;
  readonly badges: ReactNode;
}

export interface ContactListProps {
  field: 'email' | 'phoneNumber';
  label: string;
  entries: readonly ContactEntry[];
}

/** Addresses or numbers with their states; any but the primary one can be made primary. */
export function ContactList({ field, label, entries }: ContactListProps) {
  const t = useText();
  const errorText = useErrorText();
  const { etag } = useAccount();
  const editable = useFieldAccess()(field) === 'edit';
  const save = useSaveUser();
  const refresh = useRefreshUser();
  if (entries.length === 0) return null;

  const makePrimary = (text: string) =>
    save.mutate(
      { patch: { [field]: text }, etag },
      {
        onSuccess: () => announce(t('profile.contact.madePrimary', { text })),
        // Changed elsewhere: show what is there now, so that the next click means what it says.
        onError: (error) => error instanceof MeError && error.status === 412 && void refresh(),
      },
    );
  const pending = save.isPending ? save.variables.patch[field] : undefined;

  return (
    <>
      <CardRows label={label}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <Row
              icon={<Icon name={field === 'email' ? 'mail' : 'phone'} />}
              title={
                <>
                  <bdi>{entry.text}</bdi>
                  {entry.badges}
                </>
              }
              actions={
                editable &&
                !entry.primary && (
                  <Button
                    disabled={save.isPending}
                    onClick={() => makePrimary(entry.text)}
                    aria-label={t('profile.contact.makePrimary.named', { text: entry.text })}
                  >
                    {pending === entry.text ? t('form.saving') : t('profile.contact.makePrimary')}
                  </Button>
                )
              }
            />
          </li>
        ))}
      </CardRows>
      {save.error instanceof MeError && (
        <div className={styles['listError']}>
          <Banner tone="danger" role="alert">
            {errorText(save.error)}
          </Banner>
        </div>
      )}
    </>
  );
}
