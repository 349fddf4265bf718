import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { MeError } from '../../client/me-error.ts';
import { openPage } from '../../../test/render-page.tsx';

const card = async (name: string) => within(await screen.findByRole('region', { name }));

test('lists the addresses with the primary one first, and their states', async () => {
  await openPage('/profile');
  const rows = (await card('Email addresses')).getAllByRole('listitem');
  expect(rows.map((row) => row.textContent)).toEqual([
    'ada@example.comPrimaryVerified',
    'countess@example.orgVerifiedMake primary',
    'ada@engine.exampleUnverifiedMake primary',
  ]);
});

test('makes another address primary', async () => {
  const { user, memory } = await openPage('/profile');
  const emails = await card('Email addresses');
  await user.click(emails.getByRole('button', { name: 'Make primary: countess@example.org' }));
  expect(
    await emails.findByRole('button', { name: 'Make primary: ada@example.com' }),
  ).toBeVisible();
  expect(emails.getByRole('textbox', { name: 'Primary address' })).toHaveValue(
    'countess@example.org',
  );
  expect(memory.state.user.email).toBe('countess@example.org');
});

test('says once, in the card, why an address could not be made primary', async () => {
  const { user } = await openPage('/profile', {
    intercept: (operation) => {
      if (operation === 'updateUser') throw new MeError({ code: 'Forbidden', status: 403 });
    },
  });
  const emails = await card('Email addresses');
  await user.click(emails.getByRole('button', { name: 'Make primary: countess@example.org' }));
  expect(await emails.findByRole('alert')).toHaveTextContent('You are not allowed to do this.');
  expect(screen.getAllByText('You are not allowed to do this.')).toHaveLength(1);
});

test('a new address is saved as unverified and becomes primary', async () => {
  const { user } = await openPage('/profile');
  const emails = await card('Email addresses');
  const field = emails.getByRole('textbox', { name: 'Primary address' });
  await user.clear(field);
  await user.type(field, 'new@example.org{Enter}');
  expect(await emails.findByText('Saved')).toBeVisible();
  expect(emails.getAllByRole('listitem')[0]).toHaveTextContent('new@example.orgPrimaryUnverified');
});

test('the last verified address cannot be removed, and the field says why', async () => {
  const { user, memory } = await openPage('/profile', {
    user: {
      emails: [{ id: 'only', email: 'ada@example.com', verified: true }],
      email: 'ada@example.com',
      defaultEmail: 'ada@example.com',
    },
  });
  const emails = await card('Email addresses');
  const field = emails.getByRole('textbox', { name: 'Primary address' });
  await user.clear(field);
  await user.type(field, '{Enter}');
  expect(await emails.findByText(/This is your last verified address/)).toBeVisible();
  expect(memory.state.user.email).toBe('ada@example.com');
});

test('shows a pasted number as it will be stored, in international form', async () => {
  const { user, memory } = await openPage('/profile');
  const phones = await card('Phone numbers');
  const field = phones.getByRole('textbox', { name: 'Primary number' });
  await user.clear(field);
  await user.click(field);
  await user.paste('\u202a+33 (1).42-68 53 00\u202c');
  expect(await phones.findByText('Stored as +33 1 42 68 53 00')).toBeVisible();
  await user.click(phones.getByRole('button', { name: 'Save phone' }));
  expect(await phones.findByText('Saved')).toBeVisible();
  expect(memory.state.user.phoneNumber).toBe('+33142685300');
});

test('keeps a stored number that is no number, as long as nobody changes it', async () => {
  const { user, memory } = await openPage('/profile', {
    user: { phoneNumber: 'withheld', phoneNumbers: [] },
  });
  const phones = await card('Phone numbers');
  expect(phones.getByRole('textbox', { name: 'Primary number' })).toHaveValue('withheld');
  const profile = await card('Public profile');
  await user.type(profile.getByRole('textbox', { name: 'Display name' }), '!{Enter}');
  expect(await profile.findByText('Saved')).toBeVisible();
  expect(memory.state.user.phoneNumber).toBe('withheld');
});

test('shows as text what the backend does not let a person edit, with the reason', async () => {
  await openPage('/profile', { can: { user: { email: 'read', phoneNumber: 'none' } } });
  const emails = await card('Email addresses');
  expect(emails.getByText('Managed where you sign in. It cannot be changed here.')).toBeVisible();
  expect(emails.queryByRole('textbox')).toBeNull();
  expect(emails.queryByRole('button')).toBeNull();
});

test('copies the user id', async () => {
  const { user, memory } = await openPage('/profile');
  const facts = await card('About this account');
  await user.click(facts.getByRole('button', { name: 'Copy' }));
  expect(await facts.findByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe(memory.state.user.id);
});
