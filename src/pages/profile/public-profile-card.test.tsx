import { fireEvent, screen, within } from '@testing-library/react';
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

test('takes a username as it was copied, asks for what would be stored, and stores that', async () => {
  const { user, memory } = await openPage('/profile');
  const profile = await card();
  const username = profile.getByRole('textbox', { name: 'Username' });
  await user.clear(username);
  await user.type(username, ' @countess');
  expect(await profile.findByText('✓ countess is available')).toBeVisible();
  await user.type(username, '{Enter}');
  expect(await profile.findByText('Saved')).toBeVisible();
  expect(username).toHaveValue('countess');
  const asked = memory.requests.filter(({ operation }) => operation === 'checkUsername');
  expect(asked.map(({ args }) => args[0])).toEqual(['countess']);
});

test('a bio in which nothing can be seen is no bio', async () => {
  const { user, memory } = await openPage('/profile', { user: { bio: 'before' } });
  const profile = await card();
  const bio = profile.getByRole('textbox', { name: 'Bio' });
  await user.clear(bio);
  await user.click(bio);
  await user.paste('\u200b \u3164');
  await user.click(profile.getByRole('button', { name: 'Save profile' }));
  expect(await profile.findByText('Saved')).toBeVisible();
  expect(memory.state.user.bio).toBeUndefined();
  expect(bio).toHaveValue('');
});

const picture = () => document.querySelector('.as-shell-main img');

test('asks nobody for a picture while its address is typed, and says when there is none', async () => {
  const { user } = await openPage('/profile');
  const profile = await card();
  const address = profile.getByRole('textbox', { name: 'Photo address' });
  await user.clear(address);
  await user.type(address, 'https://example.com/a.png');
  expect(picture()).toBeNull();
  await user.tab();
  const shown = picture();
  expect(shown).toHaveAttribute('src', 'https://example.com/a.png');
  expect(shown).toHaveAttribute('referrerpolicy', 'no-referrer');
  fireEvent.error(shown as Element);
  expect(picture()).toBeNull();
  expect(address).toHaveAccessibleDescription(/^There is no picture at this address now\./);
  expect(address).toBeValid();
  await user.type(address, '{Enter}');
  expect(await profile.findByText('Saved')).toBeVisible();
  expect(address).toHaveAccessibleDescription(/^There is no picture at this address now\./);
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
