import { CardBoundary } from '../card-boundary.tsx';
import { EmailCard } from './email-card.tsx';
import { FactsCard } from './facts-card.tsx';
import { LinkedAccountsCard } from './linked-accounts-card.tsx';
import { PhoneCard } from './phone-card.tsx';
import { RegionCard } from './region-card.tsx';

/** Everything below the first card. */
export default function MoreCards() {
  return (
    <>
      <CardBoundary titleId="region.title">
        <RegionCard />
      </CardBoundary>
      <CardBoundary titleId="profile.email">
        <EmailCard />
      </CardBoundary>
      <CardBoundary titleId="profile.phone">
        <PhoneCard />
      </CardBoundary>
      <CardBoundary titleId="profile.linked">
        <LinkedAccountsCard />
      </CardBoundary>
      <CardBoundary titleId="profile.facts">
        <FactsCard />
      </CardBoundary>
    </>
  );
}
