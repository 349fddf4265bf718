import { CardBoundary } from '../card-boundary.tsx';
import { DeleteCard } from './delete-card.tsx';
import { ExportCard } from './export-card.tsx';

/** Leaving: take the data along first, then delete the account. */
export default function DangerZonePage() {
  return (
    <>
      <CardBoundary titleId="danger.export">
        <ExportCard />
      </CardBoundary>
      <CardBoundary titleId="danger.delete">
        <DeleteCard />
      </CardBoundary>
    </>
  );
}
