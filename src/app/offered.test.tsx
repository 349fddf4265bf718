import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage } from '../../test/render-page.tsx';
import { birdCapabilities } from '../client/bird.ts';
import { mirraCapabilities } from '../client/mirra-capabilities.ts';
import { MeError } from '../client/me-error.ts';
import type { MemoryOptions } from '../client/memory-backend.ts';

const links = () =>
  within(screen.getByRole('navigation', { name: 'Account settings' }))
    .getAllByRole('link')
    .map((link) => link.textContent);

test('pages with nothing on them are not in the navigation', async () => {
  await openPage('/profile', { all: birdCapabilities });
  expect(links()).toEqual(['Profile', 'Sessions', 'Danger zone']);
});

test('a backend with preferences and usage leads to them', async () => {
  await openPage('/profile', { all: mirraCapabilities });
  expect(links()).toEqual(['Profile', 'Preferences', 'Usage', 'Sessions', 'Danger zone']);
});

test('an address of a page that is not offered leads on to the first that is', async () => {
  const { user, memory } = await openPage('/usage', { all: birdCapabilities });
  expect(screen.getByText('There is nothing here for this account.')).toBeVisible();
  expect(memory.requests.map(({ operation }) => operation)).not.toContain('getUsage');
  await user.click(screen.getByRole('link', { name: 'Go to Profile' }));
  expect(await screen.findByRole('textbox', { name: 'Display name' })).toBeVisible();
});

test('the operator says which pages there are, and the first of them is where one starts', async () => {
  const { history } = await openPage('/', {}, 'en', { pages: ['sessions', 'usage'] });
  expect(links()).toEqual(['Usage', 'Sessions']);
  expect(history.location.pathname).toBe('/usage');
});

test('the operator names the product, in the title too', async () => {
  await openPage('/profile', {}, 'en', { brand: { name: 'Analytical Engines' } });
  expect(screen.getByText('Analytical Engines')).toBeVisible();
  expect(document.title).toBe('Profile · Analytical Engines');
});

test('the operator’s language is for people whose account names none', async () => {
  await openPage('/profile', { user: { locale: undefined } }, 'en', { locale: 'ar' });
  expect(await screen.findByRole('heading', { level: 1, name: 'الملف الشخصي' })).toBeVisible();
});

const expired: MemoryOptions = {
  intercept: () => {
    throw new MeError({ code: 'Unauthorized', status: 401 });
  },
};

test.each([
  [{}, '/sign-in?next=%2Fprofile%23bio'],
  [{ signInUrl: '/login?brand=a' }, '/login?brand=a&next=%2Fprofile%23bio'],
  [
    { signInUrl: 'https://id.example.com/in' },
    `https://id.example.com/in?next=${encodeURIComponent(`${window.location.origin}/profile#bio`)}`,
  ],
])('with %j the way back in is %s', async (settings, href) => {
  await openPage('/profile#bio', expired, 'en', settings);
  expect(await screen.findByRole('link', { name: 'Sign in' })).toHaveAttribute('href', href);
});

test.each(['bearer', 'proxy'] as const)('with %s signing in is left to who signs', async (auth) => {
  await openPage('/profile', expired, 'en', { auth });
  expect(await screen.findByRole('heading', { name: 'You are signed out' })).toBeVisible();
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
});

test.each([
  [{ executionMode: 'delegated', actor: { id: 's', name: 'Sam' } }, /^Sam is acting for Ada/],
  [{ executionMode: 'delegated', actor: { id: 'support-7' } }, /^support-7 is acting for Ada/],
  [{ executionMode: 'delegated' }, /^Somebody is acting for Ada/],
  [{ executionMode: 'service' }, /^A program is acting for Ada/],
  [{ executionMode: 'a mode of tomorrow' }, /^Somebody is acting for Ada/],
])('%j is said above every page', async (user, text) => {
  const { history } = await openPage('/profile', { user });
  const said = () => screen.getAllByRole('status').map((element) => element.textContent);
  await waitFor(() => expect(said()).toContainEqual(expect.stringMatching(text)));
  act(() => history.push('/sessions'));
  expect(await screen.findByText('Only the owner of this account can do this.')).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Sign out ./ })).not.toBeInTheDocument();
});
