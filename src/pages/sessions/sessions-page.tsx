import { useAccount } from '../../data/account.tsx';
import { useCan } from '../../data/can.tsx';
import { useText } from '../../i18n/text.tsx';
import { Card, CardBody } from '../../ui/card.tsx';
import { SessionList } from './session-list.tsx';

/** The devices on which the person is signed in. */
export default function SessionsPage() {
  return useCan().sessions.list ? <SessionList /> : <SessionCount />;
}

/** What is left to say when the backend does not list sessions. */
function SessionCount() {
  const t = useText();
  const { activeSessions: count } = useAccount().user;
  return (
    <Card id="devices" title={t('sessions.devices')}>
      <CardBody>
        {count === undefined ? t('sessions.notListed') : t('sessions.countOnly', { count })}
      </CardBody>
    </Card>
  );
}
