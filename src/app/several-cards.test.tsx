import { render, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createMemoryClient } from '../client/memory.ts';
import { AccountSettingsProvider } from '../library/account-settings-provider.tsx';
import * as cards from '../library/cards.tsx';

const { RegionCard, SchedulingCard } = cards;

test('two cards with a field of the same name in somebody’s page are told apart', async () => {
  const { client } = createMemoryClient({ user: { locale: 'en', timezone: 'Asia/Tokyo' } });
  render(
    <>
      <p id="timezone">The host has such an id already.</p>
      <AccountSettingsProvider client={client}>
        <RegionCard />
        <SchedulingCard />
      </AccountSettingsProvider>
    </>,
  );
  const zones = await waitFor(() => {
    const found = screen.getAllByRole('button', { name: /^Time zone/ });
    expect(found).toHaveLength(2);
    return found;
  });
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  const labels = screen.getAllByText<HTMLLabelElement>(/^Time zone/, { selector: 'label' });
  expect(labels.map(({ htmlFor }) => htmlFor)).toEqual(zones.map(({ id }) => id));
});

test('no card has an id that a page around it may have, too', async () => {
  const { client } = createMemoryClient({ user: { locale: 'en' } });
  render(
    <AccountSettingsProvider client={client}>
      {Object.entries(cards).map(([name, Card]) => (
        <Card key={name} />
      ))}
    </AccountSettingsProvider>,
  );
  for (const field of ['Display name', 'Primary address', 'Primary number', 'Twitter'])
    expect(await screen.findByRole('textbox', { name: field })).toBeVisible();
  const ids = [...document.querySelectorAll('.as-root [id]')].map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  // What React makes has signs in it that nobody writes.
  expect(ids.filter((id) => /^[\w-]+$/.test(id) && !id.startsWith('_r_'))).toEqual([]);
});
