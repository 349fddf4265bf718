import { useDeferredValue } from 'react';
import { EmailCard } from './email-card.tsx';
import { FactsCard } from './facts-card.tsx';
import { LinkedAccountsCard } from './linked-accounts-card.tsx';
import { PhoneCard } from './phone-card.tsx';
import { PublicProfileCard } from './public-profile-card.tsx';
import { RegionCard } from './region-card.tsx';

/** Who the person is, and how to reach them. */
export default function ProfilePage() {
  // The first card can be used before the others, below it, are rendered.
  const all = useDeferredValue(true, false);
  return (
    <>
      <PublicProfileCard />
      {all && (
        <>
          <RegionCard />
          <EmailCard />
          <PhoneCard />
          <LinkedAccountsCard />
          <FactsCard />
        </>
      )}
    </>
  );
}
