import type { ReactNode } from 'react';
import { QueryCard } from '../pages/query-card.tsx';
import { AccountProvider } from '../data/account.tsx';
import { useUserQuery } from '../data/user.ts';
import type { MessageId } from '../i18n/catalogue.ts';
import { useText } from '../i18n/text.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { SkeletonCard } from '../ui/skeleton.tsx';
import { PageBoundary } from './page-boundary.tsx';
import type { LazyPage } from './lazy-page.tsx';

/** Height in rem of the first card of a page, near enough. */
const outlineHeight = 22;

export interface AccountGateProps {
  /** What is said to be loading, or to have failed. */
  title: MessageId;
  page: LazyPage;
}

/** A page, or one card, once the person is known; until then its outline, and Retry when that failed. */
export function AccountGate({ title: id, page: { Page } }: AccountGateProps) {
  const t = useText();
  const query = useUserQuery();
  const title = t(id);
  return (
    <QueryCard query={query} title={title} height={outlineHeight} footer>
      {(account) => (
        <AccountProvider account={account}>
          <Guarded resetKey={id}>
            <Page outline={<Outline title={title} />} />
          </Guarded>
        </AccountProvider>
      )}
    </QueryCard>
  );
}

/** What may fail to load or to render, with Retry in its place then. */
export function Guarded({ resetKey, children }: { resetKey: string; children: ReactNode }) {
  const t = useText();
  return (
    <PageBoundary
      resetKey={resetKey}
      failed={(retry) => (
        <Banner
          tone="danger"
          role="alert"
          action={<Button onClick={retry}>{t('state.retry')}</Button>}
        >
          <strong>{t('page.failed')}</strong> <span>{t('page.failed.about')}</span>
        </Banner>
      )}
    >
      {children}
    </PageBoundary>
  );
}

/** The page's first card before its code is here. */
function Outline({ title }: { title: string }) {
  const t = useText();
  return <SkeletonCard label={t('state.loading', { what: title })} height={outlineHeight} footer />;
}
