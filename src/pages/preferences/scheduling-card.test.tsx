import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect, test, vi } from 'vitest';
import { openPage } from '../../../test/render-page.tsx';
import type { MemoryOptions } from '../../client/memory-backend.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });
beforeAll(async () => {
  await import('../../form/time-zone/time-zone-popup.tsx');
});

const card = async (name: string) => within(await screen.findByRole('region', { name }));
const open = (options: MemoryOptions = {}) => openPage('/preferences', options);

test('a zone for schedules that the backend does not tell is not taken for the profile’s', async () => {
  const { user } = await open({
    can: { clear: { schedulingTimezone: false } },
    preferences: { timezone: undefined, timezoneUnknown: true },
  });
  const field = (await card('Scheduling')).getByRole('button', {
    name: /^Time zone for schedules/,
  });
  expect(field).toHaveTextContent(/^Not known here$/);
  await user.click(field);
  await user.type(
    await screen.findByLabelText('Search by city, country or offset'),
    'tokyo{Enter}',
  );
  expect(field).toHaveTextContent(/^Tokyo/);
});

test('schedules follow the profile until a zone is chosen, and again when that is cleared', async () => {
  const { user, memory } = await open();
  const scheduling = await card('Scheduling');
  const field = scheduling.getByRole('button', { name: /^Time zone for schedules/ });
  expect(field).toHaveTextContent(/^Same as profile London · GMT/);
  await user.click(field);
  await user.type(
    await screen.findByLabelText('Search by city, country or offset'),
    'tokyo{Enter}',
  );
  await user.click(scheduling.getByRole('button', { name: 'Save scheduling' }));
  expect(await scheduling.findByText('Saved')).toBeVisible();
  expect(memory.state.preferences.timezone).toBe('Asia/Tokyo');

  await user.click(field);
  await user.click(await screen.findByRole('option', { name: 'Same as profile' }));
  await user.click(scheduling.getByRole('button', { name: 'Save scheduling' }));
  await waitFor(() => expect(memory.state.preferences.timezone).toBeUndefined());
  const writes = memory.requests.filter(({ operation }) => operation === 'updatePreferences');
  expect(writes.at(-1)?.args[0]).toEqual({ timezone: null });
});
