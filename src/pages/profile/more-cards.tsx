import { EmailCard } from './email-card.tsx';
import { FactsCard } from './facts-card.tsx';
import { LinkedAccountsCard } from './linked-accounts-card.tsx';
import { PhoneCard } from './phone-card.tsx';
import { RegionCard } from './region-card.tsx';

/** Everything below the first card. */
export default function MoreCards() {
  return (
    <>
      <RegionCard />
      <EmailCard />
      <PhoneCard />
      <LinkedAccountsCard />
      <FactsCard />
    </>
  );
}
