import { useMemo, useRef } from 'react';
import { useAccount } from '../../data/account.tsx';
import { useCan, useLeftToOwner } from '../../data/can.tsx';
import type { SessionList } from '../../data/session-order.ts';
import { useText } from '../../i18n/text.tsx';
import { Card, CardBody, CardFooter } from '../../ui/card.tsx';
import { useWhyReadOnly } from '../use-why-read-only.ts';
import { MoreRows, type MoreRowsProps } from './more-rows.tsx';
import { SessionRows } from './session-rows.tsx';
import { SignOutOthers } from './sign-out-others.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useSteadyRows } from './use-steady-rows.ts';
import type { SignOut } from './use-sign-out.ts';
import type { Session } from '../../contract/session.ts';

export interface OtherDevicesCardProps {
  list: SessionList;
  /** What reads on; absent when all is read. */
  more: Omit<MoreRowsProps, 'onRetry'> | undefined;
  /** Milliseconds since 1970. */
  now: number;
  isNew: (session: Session) => boolean;
  signOut: SignOut;
}

/** The devices other than this one; all devices, when the backend does not say which one this is. */
export function OtherDevicesCard({ list, more, now, isNew, signOut }: OtherDevicesCardProps) {
  const t = useText();
  const { user } = useAccount();
  const whyReadOnly = useWhyReadOnly();
  const can = useCan().sessions;
  const isLeftToOwner = useLeftToOwner((all) => all.sessions.revoke);
  const heading = useRef<HTMLHeadingElement>(null);
  const { current, otherCount } = list;
  const rows = useRef<HTMLUListElement>(null);
  const { rows: others, gone } = useSteadyRows(rows, list.others);
  const keys = useMemo(() => others.map(({ id }, index) => id ?? `#${index}`), [others]);
  const keptFocus = useKeptFocus(rows, keys, gone, heading);
  const title = t(current ? 'sessions.others' : 'sessions.devices');
  const empty = others.length === 0 && !more;
  const canSignOut = can.revoke && !user.deletion;

  let note = t('sessions.hint');
  if (user.deletion) note = t(whyReadOnly);
  else if (isLeftToOwner) note = t('state.actingReadOnly');
  else if (!can.revoke) note = t('sessions.cannotSignOut');
  else if (others.some((session) => session.id === undefined)) note = t('sessions.someCannot');

  return (
    <Card
      id="devices"
      title={title}
      titleRef={heading}
      description={!empty && otherCount !== undefined && t('sessions.count', { count: otherCount })}
      action={
        can.revokeOthers &&
        !user.deletion && (
          <SignOutOthers
            userId={user.id}
            count={empty ? 0 : current && otherCount}
            // Its place is kept as long as there are rows below that could move.
            placeKept={!empty}
            fallback={heading}
          />
        )
      }
    >
      {empty ? (
        <CardBody>{t(current ? 'sessions.none' : 'sessions.noneListed')}</CardBody>
      ) : (
        <>
          <SessionRows
            label={title}
            sessions={others}
            gone={gone}
            keys={keys}
            list={rows}
            keptFocus={keptFocus}
            count={otherCount === undefined ? undefined : otherCount + gone.size}
            now={now}
            isNew={isNew}
            signOut={signOut}
            canSignOut={canSignOut}
          >
            {more && <MoreRows {...more} onRetry={keptFocus.awaitMore} />}
          </SessionRows>
          <CardFooter status={note} />
        </>
      )}
    </Card>
  );
}
