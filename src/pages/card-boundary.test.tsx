import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { openPage } from '../../test/render-page.tsx';

test('a card that cannot be shown leaves the others usable, and is tried again', async () => {
  const said = vi.mocked(console.error).mockImplementation(() => undefined);
  const broken = vi.spyOn(Intl.DisplayNames.prototype, 'resolvedOptions').mockImplementation(() => {
    throw new Error('an engine with a mind of its own');
  });
  const { user } = await openPage('/profile');
  const region = await screen.findByRole('region', { name: 'Region' });
  expect(await within(region).findByText('Region could not be loaded')).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Display name' })).toBeVisible();
  expect(screen.getByRole('region', { name: 'About this account' })).toBeVisible();
  broken.mockRestore();
  await user.click(within(region).getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('button', { name: /^Language/ })).toBeVisible();
  // What was thrown is said on the console, for developers.
  said.mockClear();
});
