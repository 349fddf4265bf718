import { FailedCard } from '../pages/query-card.tsx';
import { AccountProvider } from '../data/account.tsx';
import { useUserQuery } from '../data/user.ts';
import { useText } from '../i18n/text.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Card, CardBody } from '../ui/card.tsx';
import { SkeletonCard } from '../ui/skeleton.tsx';
import { PageBoundary } from './page-boundary.tsx';
import type { Route } from './routes.ts';

/** A page once the person is known; until then its outline, and Retry when that failed. */
export function AccountGate({ route }: { route: Route }) {
  const t = useText();
  const query = useUserQuery();
  const title = t(route.title);
  const { Page } = route.page;
  if (!query.data) {
    if (query.error) {
      return <FailedCard title={title} error={query.error} onRetry={() => void query.refetch()} />;
    }
    return query.fetchStatus === 'paused' ? (
      <Card title={title}>
        <CardBody>{t('state.offline.card')}</CardBody>
      </Card>
    ) : (
      <Outline title={title} />
    );
  }
  return (
    <AccountProvider account={query.data}>
      <PageBoundary
        resetKey={route.path}
        failed={(retry) => (
          <Banner
            tone="danger"
            role="alert"
            action={<Button onClick={retry}>{t('state.retry')}</Button>}
          >
            <strong>{t('page.failed')}</strong> {t('page.failed.about')}
          </Banner>
        )}
      >
        <Page outline={<Outline title={title} />} />
      </PageBoundary>
    </AccountProvider>
  );
}

/** The page's first card before it is known. */
function Outline({ title }: { title: string }) {
  const t = useText();
  return <SkeletonCard label={t('state.loading', { what: title })} height={22} footer />;
}
