import { useCallback, useMemo } from 'react';
import { useAccount } from '../../data/account.tsx';
import { useCan } from '../../data/can.tsx';
import { listOfPages } from '../../data/session-order.ts';
import { useSessionsQuery } from '../../data/sessions.ts';
import { useMinute } from '../../form/time-zone/use-minute.ts';
import { useText } from '../../i18n/text.tsx';
import { Card } from '../../ui/card.tsx';
import { SkeletonCard } from '../../ui/skeleton.tsx';
import { CardBoundary } from '../card-boundary.tsx';
import { QueryCard } from '../query-card.tsx';
import { OtherDevicesCard } from './other-devices-card.tsx';
import { SessionRow } from './session-row.tsx';
import { useNewSince } from './use-new-since.ts';
import { useSignOut } from './use-sign-out.ts';

/** This device, and the others. */
export function SessionList() {
  const t = useText();
  const { user } = useAccount();
  const query = useSessionsQuery(user.id);
  const loading = query.isPending && query.fetchStatus !== 'paused';
  return (
    <>
      {loading && (
        <SkeletonCard label={t('state.loading', { what: t('sessions.this') })} height={3.75} />
      )}
      <QueryCard query={query} title={t('sessions.devices')} height={22} footer>
        {() => <Sessions query={query} />}
      </QueryCard>
    </>
  );
}

function Sessions({ query }: { query: ReturnType<typeof useSessionsQuery> }) {
  const t = useText();
  const { user } = useAccount();
  const can = useCan().sessions;
  const now = useMinute();
  const signOut = useSignOut(user.id);
  const isNew = useNewSince(user.id, query.dataUpdatedAt);
  const list = useMemo(() => listOfPages(query.data?.pages ?? []), [query.data]);
  const { fetchNextPage } = query;
  const onMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const { current } = list;
  const id = current?.id ?? '';
  return (
    <>
      {current && (
        <CardBoundary titleId="sessions.this">
          <Card id="this-device" title={t('sessions.this')} quiet>
            <SessionRow
              session={current}
              pending={signOut.pending.has(id)}
              error={signOut.failures.get(id)}
              onSignOut={can.revoke ? signOut.signOut : undefined}
            />
          </Card>
        </CardBoundary>
      )}
      <CardBoundary titleId="sessions.devices">
        <OtherDevicesCard
          list={list}
          more={
            query.hasNextPage
              ? {
                  loading: query.isFetching,
                  error: query.isFetchNextPageError ? query.error : null,
                  onMore,
                }
              : undefined
          }
          now={now}
          isNew={isNew}
          signOut={signOut}
        />
      </CardBoundary>
    </>
  );
}
