import { QueryClient } from '@tanstack/react-query';
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage } from '../../test/render-page.tsx';
import { watchAccount, type AccountEvent } from './account-events.ts';

/** Opens a page and writes down what is told of it. */
async function watched(...args: Parameters<typeof openPage>) {
  const page = await openPage(...args);
  const events: AccountEvent[] = [];
  watchAccount(page.queryClient, (event) => events.push(event));
  return { ...page, events };
}

test('what was saved is told by the names of its fields, and by nothing else', async () => {
  const { user, events } = await watched('/profile');
  const card = within(await screen.findByRole('region', { name: 'Public profile' }));
  await user.clear(card.getByRole('textbox', { name: 'Bio' }));
  await user.type(card.getByRole('textbox', { name: 'Bio' }), 'A secret');
  await user.click(card.getByRole('button', { name: 'Save profile' }));
  await card.findByText('Saved');
  expect(events.filter(({ type }) => type === 'saved')).toEqual([
    { type: 'saved', fields: ['bio'] },
  ]);
  expect(JSON.stringify(events)).not.toContain('secret');
});

test('a setting is told with where it belongs', async () => {
  const { user, events } = await watched('/preferences');
  await user.click(await screen.findByRole('radio', { name: 'Dark' }));
  await screen.findByText('Saved');
  expect(events).toContainEqual({ type: 'saved', fields: ['preferences.theme'] });
});

test('signing out devices is told by how many there were', async () => {
  const { user, events } = await watched('/sessions');
  const [first] = await screen.findAllByRole('button', { name: /^Sign out .+ on / });
  await user.click(first as HTMLElement);
  await expect.poll(() => events.filter(({ type }) => type === 'session.revoked')).toHaveLength(1);
});

test('a failure is told by its code', async () => {
  const { memory, queryClient, events } = await watched('/profile');
  await memory.client.deleteUser({ intent: 'k' });
  await queryClient.refetchQueries();
  expect(events).toContainEqual({ type: 'error', code: 'Unauthorized' });
});

test('of a host’s own cache nothing is told', async () => {
  const queryClient = new QueryClient();
  const events: AccountEvent[] = [];
  const end = watchAccount(queryClient, (event) => events.push(event));
  await queryClient.prefetchQuery({ queryKey: ['user'], queryFn: () => 'theirs' });
  await queryClient.prefetchQuery({
    queryKey: ['broken'],
    queryFn: () => Promise.reject(new Error('theirs')),
    retry: false,
  });
  expect(events).toEqual([]);
  end();
});
