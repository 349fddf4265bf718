import type { UseQueryResult } from '@tanstack/react-query';
import { useCallback, useLayoutEffect, useRef, type ReactNode } from 'react';
import { MeError } from '../client/me-error.ts';
import { useErrorText } from '../form/error-text.ts';
import { useText } from '../i18n/text.tsx';
import { Button } from '../ui/button.tsx';
import { Card, CardBody, Row } from '../ui/card.tsx';
import { settle } from '../ui/settle.ts';
import { SkeletonCard } from '../ui/skeleton.tsx';
import styles from './query-card.module.css';

export interface QueryCardProps<T> {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'fetchStatus' | 'refetch' | 'isFetching'>;
  /** The card's title, and what is said to be loading or to have failed. */
  title: string;
  /** Height of the body in rem once it is loaded. */
  height: number;
  /** The same on a phone, where things stack. */
  narrowHeight?: number;
  footer?: boolean;
  children: (data: T) => ReactNode;
}

/**
 * A card whose data comes by itself: loading, offline, failed with Retry, or its content. One
 * failing card never takes the page down.
 */
export function QueryCard<T>(props: QueryCardProps<T>) {
  const { query } = props;
  return (
    <RetryPlace isThere={query.data !== undefined}>
      {(keepFocus) => (
        <QueryState
          {...props}
          onRetry={() => {
            keepFocus();
            void query.refetch();
          }}
        />
      )}
    </RetryPlace>
  );
}

/**
 * Stays while what is in it changes: Retry gives it the focus, which would be lost with the button.
 */
function RetryPlace({
  isThere,
  children,
}: {
  /** What was to be loaded has come. */
  isThere: boolean;
  children: (keepFocus: () => void) => ReactNode;
}) {
  const place = useRef<HTMLDivElement>(null);
  const retried = useRef(false);
  const keepFocus = useCallback(() => {
    retried.current = true;
    place.current?.focus({ preventScroll: true });
  }, []);
  useLayoutEffect(() => {
    if (isThere && retried.current) settle(place.current);
    if (isThere) retried.current = false;
  }, [isThere]);
  return (
    <div ref={place} tabIndex={-1} className={styles['place']}>
      {/* oxlint-disable-next-line react/refs -- called on Retry, not while this renders */}
      {children(keepFocus)}
    </div>
  );
}

function QueryState<T>(props: QueryCardProps<T> & { onRetry: () => void }): ReactNode {
  const { query, title, height, narrowHeight, footer, children, onRetry } = props;
  const t = useText();
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <FailedCard title={title} error={query.error} onRetry={onRetry} />;
  if (query.fetchStatus === 'paused') {
    return (
      <Card title={title}>
        <CardBody>{t('state.offline.card')}</CardBody>
      </Card>
    );
  }
  return (
    <SkeletonCard
      label={t('state.loading', { what: title })}
      height={height}
      narrowHeight={narrowHeight ?? height}
      footer={footer ?? false}
    />
  );
}

export interface FailedCardProps {
  title: string;
  error: Error;
  onRetry: () => void;
}

/** A card that says what happened, and Retry. */
export function FailedCard(props: FailedCardProps) {
  return (
    <Card title={props.title}>
      <Failed {...props} />
    </Card>
  );
}

/** What happened, and Retry, in a card that has a title already. */
export function Failed({ title, error, onRetry }: FailedCardProps) {
  const t = useText();
  const errorText = useErrorText();
  const known = error instanceof MeError ? error : new MeError({ code: 'BadAnswer', cause: error });
  return (
    <div role="alert">
      <Row
        title={t('state.failed', { what: title })}
        detail={errorText(known)}
        actions={<Button onClick={onRetry}>{t('state.retry')}</Button>}
      />
    </div>
  );
}
