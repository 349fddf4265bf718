import { lazy, Suspense } from 'react';
import { useText } from '../../i18n/text.tsx';
import { SkeletonCard } from '../../ui/skeleton.tsx';
import { PublicProfileCard } from './public-profile-card.tsx';

// Asked for when the first card is there, which can be used before the others are.
const MoreCards = lazy(() => import('./more-cards.tsx'));

/** Who the person is, and how to reach them. */
export default function ProfilePage() {
  return (
    <>
      <PublicProfileCard />
      <Suspense fallback={<NextCard />}>
        <MoreCards />
      </Suspense>
    </>
  );
}

/** The outline of the card that comes next. */
function NextCard() {
  const t = useText();
  return <SkeletonCard label={t('state.loading', { what: t('region.title') })} height={9} footer />;
}
