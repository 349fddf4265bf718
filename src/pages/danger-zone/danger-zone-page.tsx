import { DeleteCard } from './delete-card.tsx';
import { ExportCard } from './export-card.tsx';

/** Leaving: take the data along first, then delete the account. */
export default function DangerZonePage() {
  return (
    <>
      <ExportCard />
      <DeleteCard />
    </>
  );
}
