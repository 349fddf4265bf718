import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage } from '../../../test/render-page.tsx';

const card = async () => within(await screen.findByRole('region', { name: 'Public profile' }));

test('saves only the changed name and says so', async () => {
  const { user, memory } = await openPage('/profile');
  const profile = await card();
  const name = profile.getByRole('textbox', { name: 'Display name' });
  await user.clear(name);
  await user.type(name, 'Ada King');
  expect(profile.getByText('1 unsaved change')).toBeVisible();
  await user.click(profile.getByRole('button', { name: 'Save profile' }));
  expect(await profile.findByText('Saved')).toBeVisible();
  expect(memory.state.user.name).toBe('Ada King');
  const writes = memory.requests.filter((request) => request.operation === 'updateUser');
  expect(writes.map((write) => write.args[0])).toEqual([{ name: 'Ada King' }]);
});

test('shows a rule beside the field and sends nothing', async () => {
  const { user, memory } = await openPage('/profile');
  const profile = await card();
  const username = profile.getByRole('textbox', { name: 'Username' });
  await user.clear(username);
  await user.type(username, 'a{Enter}');
  expect(await profile.findByText('Use 3 to 30 characters.')).toBeVisible();
  expect(username).toBeInvalid();
  expect(username).toHaveFocus();
  expect(memory.requests.map((request) => request.operation)).not.toContain('updateUser');
});

test('keeps what was typed when somebody else took the name, and says it on the field', async () => {
  const { user } = await openPage('/profile', { can: { usernameAvailability: false } });
  const profile = await card();
  const username = profile.getByRole('textbox', { name: 'Username' });
  await user.clear(username);
  await user.type(username, 'Grace{Enter}');
  expect(await profile.findByText('Grace is taken. Try another one.')).toBeVisible();
  expect(username).toHaveValue('Grace');
});

test('typing a change back makes the card clean again', async () => {
  const { user } = await openPage('/profile');
  const profile = await card();
  const name = profile.getByRole('textbox', { name: 'Display name' });
  await user.type(name, '!');
  expect(profile.getByRole('button', { name: 'Save profile' })).not.toHaveAttribute(
    'aria-disabled',
  );
  await user.type(name, '{Backspace}');
  expect(profile.getByRole('button', { name: 'Save profile' })).toHaveAttribute('aria-disabled');
});
