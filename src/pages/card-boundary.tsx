import { Component, type ReactNode } from 'react';
import { useAccount } from '../data/account.tsx';
import type { MessageId } from '../i18n/catalogue.ts';
import { useText } from '../i18n/text.tsx';
import { FailedCard } from './query-card.tsx';

export interface CardBoundaryProps {
  /** Names the card within when it cannot be shown itself. */
  titleId: MessageId;
  /** Called before another try. */
  onRetry?: () => void;
  children: ReactNode;
}

/**
 * Keeps a card that cannot be shown from taking its page down: what happened, and Retry, stand in
 * its place. It is tried again when the account has changed, too.
 */
export function CardBoundary({ titleId, onRetry, children }: CardBoundaryProps) {
  const t = useText();
  return (
    <Boundary
      resetKey={useAccount().user}
      failed={(error, retry) => (
        <FailedCard
          title={t(titleId)}
          error={error}
          onRetry={() => {
            onRetry?.();
            retry();
          }}
        />
      )}
    >
      {children}
    </Boundary>
  );
}

interface BoundaryProps {
  resetKey: unknown;
  failed: (error: Error, retry: () => void) => ReactNode;
  children: ReactNode;
}

class Boundary extends Component<BoundaryProps, { error: Error | undefined }> {
  override state = { error: undefined };

  static getDerivedStateFromError(thrown: unknown) {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override componentDidUpdate(before: BoundaryProps) {
    if (this.state.error && before.resetKey !== this.props.resetKey) this.retry();
  }

  retry = () => this.setState({ error: undefined });

  override render() {
    const { error } = this.state;
    return error ? this.props.failed(error, this.retry) : this.props.children;
  }
}
