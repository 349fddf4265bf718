import { useState } from 'react';
import type { User } from '../../contract/user.ts';
import { useAccount } from '../../data/account.tsx';
import { useCan, useLeftToOwner } from '../../data/can.tsx';
import { erasureAfter } from '../../data/deletion.ts';
import { useUsageQuery } from '../../data/usage.ts';
import { useMinute } from '../../form/time-zone/use-minute.ts';
import { useDates } from '../../i18n/dates.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, CardBody } from '../../ui/card.tsx';
import styles from './danger.module.css';
import { DeleteDialog } from './delete-dialog.tsx';

/** What deleting the account does, and the way there. */
export function DeleteCard() {
  const t = useText();
  const { user } = useAccount();
  const { deletion } = useCan();
  const isLeftToOwner = useLeftToOwner((can) => can.deletion.available);
  const dates = useDates(user.timezone);
  if (user.deletion) {
    const date = dates.date(user.deletion.scheduledFor);
    return (
      <Card id="delete" title={t('danger.delete')} danger>
        <CardBody>
          {date ? <Text id="danger.scheduled" values={{ date }} /> : t('danger.scheduled.undated')}
        </CardBody>
      </Card>
    );
  }
  if (!deletion.available) {
    return (
      <Card id="delete" title={t('danger.delete')}>
        <CardBody>
          {t(isLeftToOwner ? 'state.actingReadOnly' : 'danger.delete.unavailable')}
        </CardBody>
      </Card>
    );
  }
  return <Deletable user={user} graceDays={deletion.graceDays} />;
}

interface DeletableProps {
  user: User;
  graceDays: number | null;
}

function Deletable({ user, graceDays }: DeletableProps) {
  const t = useText();
  const { usage } = useCan();
  const dates = useDates(user.timezone);
  const now = useMinute();
  const [asking, setAsking] = useState(false);
  const { username, activeSessions } = user;
  const date = dates.date(erasureAfter(new Date(now), graceDays) ?? undefined);
  const days = graceDays ?? 0;
  return (
    <Card
      id="delete"
      danger
      title={t('danger.delete')}
      description={date ? t('danger.delete.about', { days }) : t('danger.delete.about.final')}
    >
      <CardBody>
        <div className={styles['stack']}>
          <ul className={styles['effects']}>
            <li>
              {activeSessions === undefined
                ? t('danger.devices.all')
                : t('danger.devices', { count: activeSessions })}
            </li>
            {username && (
              <li>
                <Text
                  id={date ? 'danger.username' : 'danger.username.final'}
                  verbatim
                  values={{ username, days }}
                />
              </li>
            )}
            {date && (
              <li>
                <Text id="danger.date" values={{ date }} />
              </li>
            )}
            {usage.totals && <Balance userId={user.id} />}
          </ul>
          <Button
            variant="dangerOutline"
            aria-haspopup="dialog"
            onClick={(event) => {
              // Safari does not focus what is pressed; the dialog gives the focus back to it.
              event.currentTarget.focus();
              setAsking(true);
            }}
          >
            {t('danger.delete.open')}
          </Button>
        </div>
      </CardBody>
      {asking && <DeleteDialog date={date} onClose={() => setAsking(false)} />}
    </Card>
  );
}

/** The tokens paid for that are lost; says nothing while they are unknown. */
function Balance({ userId }: { userId: string }) {
  const tokens = useUsageQuery(userId).data?.paidTokenBalance ?? 0;
  return (
    <li className={styles['late']} aria-hidden={tokens <= 0 || undefined}>
      {tokens > 0 && <Text id="danger.balance" values={{ tokens }} />}
    </li>
  );
}
