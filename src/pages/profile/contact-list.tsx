import { useRef, useState } from 'react';
import type { User } from '../../contract/user.ts';
import { MeError } from '../../client/me-error.ts';
import { useAccount, useFieldAccess } from '../../data/account.tsx';
import { useRefreshUser, useSaveUser } from '../../data/user.ts';
import { useErrorText } from '../../form/error-text.ts';
import { balanced } from '../../i18n/bidi.ts';
import { useText } from '../../i18n/text.tsx';
import { announce } from '../../ui/announcer.ts';
import { Badge } from '../../ui/badge.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { CardRows, Row } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useOwnId } from '../../ui/own-id.ts';
import styles from './profile.module.css';

export interface ContactEntry {
  readonly id: string;
  /** What is stored. */
  readonly value: string;
  /** How it is shown, where that differs. */
  readonly text?: string;
  readonly primary: boolean;
  /** Undefined where the backend does not tell. */
  readonly verified: boolean | undefined;
}

export interface ContactListProps {
  field: 'email' | 'phoneNumber';
  label: string;
  entries: readonly ContactEntry[];
}

const knows = (user: User, value: string) =>
  user.emails.some((entry) => entry.email === value) ||
  user.phoneNumbers.some((entry) => entry.phoneNumber === value);

/** The entries where they were first shown: whatever is pressed, no other button takes its place. */
function useSteadyOrder(entries: readonly ContactEntry[]): readonly ContactEntry[] {
  const [order, setOrder] = useState<readonly string[]>([]);
  const added = entries.filter(({ id }) => !order.includes(id));
  const first = added.filter(({ primary }) => primary);
  const last = added.filter(({ primary }) => !primary);
  const now = [...first.map(({ id }) => id), ...order, ...last.map(({ id }) => id)];
  if (added.length > 0) setOrder(now);
  return entries.toSorted((a, b) => now.indexOf(a.id) - now.indexOf(b.id));
}

/** Addresses or numbers with their states; any but the primary one can be made primary. */
export function ContactList({ field, label, entries: unordered }: ContactListProps) {
  const t = useText();
  const errorText = useErrorText();
  const { user, etag } = useAccount();
  const editable = useFieldAccess()(field) === 'edit';
  const save = useSaveUser();
  const refresh = useRefreshUser();
  const place = useRef<HTMLDivElement>(null);
  const entries = useSteadyOrder(unordered);
  const id = useOwnId(editable ? undefined : field);

  const makePrimary = async ({ value, text = value }: ContactEntry) => {
    const patch = { [field]: value };
    try {
      await save.mutateAsync({ patch, etag });
    } catch (error) {
      if (!(error instanceof MeError) || error.status !== 412) return;
      // Something else was changed elsewhere. This names one address, so it merges by itself, as
      // long as it is this person's and still there.
      const { value: now, etag: fresh } = await refresh();
      if (now.id !== user.id || !knows(now, value)) return;
      await save.mutateAsync({ patch, etag: fresh });
    }
    announce(t('profile.contact.madePrimary', { text }));
    // The button has gone.
    place.current?.focus({ preventScroll: true });
  };
  const pending = save.isPending ? save.variables.patch[field] : undefined;

  if (entries.length === 0) return null;
  return (
    // The name of the field, where there is none to edit.
    <div ref={place} id={id} tabIndex={-1} className={styles['list']}>
      <CardRows label={label}>
        {entries.map((entry) => {
          const text = entry.text ?? entry.value;
          return (
            <li key={entry.id}>
              <Row
                icon={<Icon name={field === 'email' ? 'mail' : 'phone'} />}
                title={
                  <>
                    <bdi translate="no">{balanced(text)}</bdi>
                    {entry.primary && <Badge tone="accent">{t('profile.contact.primary')}</Badge>}
                    {entry.verified === true && (
                      <Badge tone="success">{t('profile.contact.verified')}</Badge>
                    )}
                    {entry.verified === false && (
                      <Badge tone="warning">{t('profile.contact.unverified')}</Badge>
                    )}
                  </>
                }
                actions={
                  editable &&
                  !entry.primary && (
                    <Button
                      disabled={save.isPending}
                      onClick={() => void makePrimary(entry).catch(() => undefined)}
                      aria-label={t('profile.contact.makePrimary.named', { text })}
                    >
                      {pending === entry.value
                        ? t('form.saving')
                        : t('profile.contact.makePrimary')}
                    </Button>
                  )
                }
              />
            </li>
          );
        })}
      </CardRows>
      {save.error instanceof MeError && (
        <div className={styles['listError']}>
          <Banner tone="danger" role="alert">
            {errorText(save.error)}
          </Banner>
        </div>
      )}
    </div>
  );
}
