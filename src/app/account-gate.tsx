import { QueryCard } from '../pages/query-card.tsx';
import { AccountProvider } from '../data/account.tsx';
import { useUserQuery } from '../data/user.ts';
import { useText } from '../i18n/text.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { SkeletonCard } from '../ui/skeleton.tsx';
import { PageBoundary } from './page-boundary.tsx';
import type { Route } from './routes.ts';

/** Height in rem of the first card of a page, near enough. */
const outlineHeight = 22;

/** A page once the person is known; until then its outline, and Retry when that failed. */
export function AccountGate({ route }: { route: Route }) {
  const t = useText();
  const query = useUserQuery();
  const title = t(route.title);
  const { Page } = route.page;
  return (
    <QueryCard query={query} title={title} height={outlineHeight} footer>
      {(account) => (
        <AccountProvider account={account}>
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
      )}
    </QueryCard>
  );
}

/** The page's first card before its code is here. */
function Outline({ title }: { title: string }) {
  const t = useText();
  return <SkeletonCard label={t('state.loading', { what: title })} height={outlineHeight} footer />;
}
