import { lazy, Suspense } from 'react';
import { useText } from '../../i18n/text.tsx';
import { SkeletonCard } from '../../ui/skeleton.tsx';
import { CardBoundary } from '../card-boundary.tsx';
import { PublicProfileCard } from './public-profile-card.tsx';

// Asked for when the first card is there, which can be used before the others are.
const loadMoreCards = () => lazy(() => import('./more-cards.tsx'));
let MoreCards = loadMoreCards();

/** Who the person is, and how to reach them. */
export default function ProfilePage() {
  return (
    <>
      <CardBoundary titleId="profile.public">
        <PublicProfileCard />
      </CardBoundary>
      <CardBoundary
        titleId="region.title"
        onRetry={() => {
          // What could not be fetched once is never fetched again otherwise.
          MoreCards = loadMoreCards();
        }}
      >
        <OtherCards />
      </CardBoundary>
    </>
  );
}

function OtherCards() {
  return (
    <Suspense fallback={<NextCard />}>
      <MoreCards />
    </Suspense>
  );
}

/** The outline of the card that comes next. */
function NextCard() {
  const t = useText();
  return <SkeletonCard label={t('state.loading', { what: t('region.title') })} height={9} footer />;
}
