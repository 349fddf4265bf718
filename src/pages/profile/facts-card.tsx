import { useState } from 'react';
import { userStatuses } from '../../contract/user.ts';
import { useAccount } from '../../data/account.tsx';
import { useDates } from '../../i18n/dates.ts';
import { useText } from '../../i18n/text.tsx';
import { announce } from '../../ui/announcer.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, CardBody } from '../../ui/card.tsx';
import { FieldGrid, ReadOnlyField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './profile.module.css';

/** What is so and is not for the person to change. */
export function FactsCard() {
  const t = useText();
  const { user } = useAccount();
  const dates = useDates(user.timezone);
  const since = dates.date(user.createdAt);
  return (
    <Card id="about" title={t('profile.facts')}>
      <CardBody>
        <FieldGrid>
          {since && <ReadOnlyField label={t('profile.facts.since')}>{since}</ReadOnlyField>}
          {user.status && (
            <ReadOnlyField label={t('profile.facts.status')}>
              <Status status={user.status} />
            </ReadOnlyField>
          )}
          {user.badges.length > 0 && (
            <ReadOnlyField label={t('profile.facts.badges')}>
              <span className={styles['badges']}>
                {[...new Set(user.badges)].map((badge) => (
                  <Badge key={badge}>{badge}</Badge>
                ))}
              </span>
            </ReadOnlyField>
          )}
          <ReadOnlyField label={t('profile.facts.id')} wide>
            <UserId id={user.id} />
          </ReadOnlyField>
        </FieldGrid>
      </CardBody>
    </Card>
  );
}

const isKnownStatus = (status: string): status is (typeof userStatuses)[number] =>
  (userStatuses as readonly string[]).includes(status);

function Status({ status }: { status: string }) {
  const t = useText();
  return <bdi>{isKnownStatus(status) ? t(`profile.status.${status}`) : status}</bdi>;
}

function UserId({ id }: { id: string }) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    // Missing on pages served over plain http and refused in some frames: the id can be selected.
    const copying = navigator.clipboard?.writeText(id) ?? Promise.reject(new Error('no clipboard'));
    const done = await copying.then(
      () => true,
      () => false,
    );
    setCopied(done);
    announce(t(done ? 'profile.facts.copied' : 'profile.facts.copyFailed'));
  };
  return (
    <span className={styles['id']}>
      <code dir="ltr" translate="no">
        {id}
      </code>
      <Button onClick={() => void copy()}>
        <Icon name={copied ? 'check' : 'copy'} size={16} />
        <span>{t(copied ? 'profile.facts.copied' : 'profile.facts.copy')}</span>
      </Button>
    </span>
  );
}
