import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage } from '../../../test/render-page.tsx';

test('where nothing can be restored, nothing is said of restoring', async () => {
  await openPage('/profile', {
    can: { deletion: { graceDays: null } },
    user: {
      deletion: {
        requestedAt: '2026-11-01T00:00:00.000Z',
        scheduledFor: '2026-12-01T12:00:00.000Z',
      },
    },
  });
  const card = within(await screen.findByRole('region', { name: 'Public profile' }));
  expect(
    card.getByText('This account is being deleted. Nothing can be changed any more.'),
  ).toBeVisible();
  await waitFor(() => expect(screen.getByText(/Until then you can look at it/)).toBeVisible());
  expect(screen.queryByText(/restore/i)).not.toBeInTheDocument();
});
