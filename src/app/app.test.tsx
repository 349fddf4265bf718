import { keys as queryKeys } from '../data/keys.ts';
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { MeError } from '../client/me-error.ts';
import { bareSeed } from '../client/memory-seed.ts';
import { openPage } from '../../test/render-page.tsx';

test('shows the smallest possible account without a crash, on every page', async () => {
  const { user } = await openPage('/profile', { seed: bareSeed, user: { timezone: 'text' } });
  expect(await screen.findByRole('region', { name: 'Public profile' })).toBeVisible();
  expect(await screen.findByText('Pending')).toBeVisible();
  expect(screen.getByRole('button', { name: /Time zone/ })).toHaveTextContent('text');
  for (const name of ['Preferences', 'Usage', 'Sessions', 'Danger zone']) {
    await user.click(screen.getByRole('link', { name }));
    expect(await screen.findByRole('heading', { level: 1, name })).toHaveFocus();
    expect((await screen.findAllByRole('region')).length).toBeGreaterThan(0);
  }
});

test('says what happened when the account cannot be read, and Retry brings it', async () => {
  let broken = true;
  const { user } = await openPage('/profile', {
    intercept: (operation) => {
      if (broken && operation === 'getUser')
        throw new MeError({ code: 'BadAnswer', status: 200, reference: 'r-1' });
    },
  });
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('Profile could not be loaded');
  broken = false;
  await user.click(within(alert).getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('region', { name: 'Public profile' })).toBeVisible();
  expect(document.body).not.toHaveFocus();
});

test('an account on its way out says until when, and can be restored', async () => {
  const { user } = await openPage('/profile', {
    user: {
      locale: 'en-GB',
      deletion: {
        requestedAt: '2026-11-02T10:00:00.000Z',
        scheduledFor: '2026-12-02T10:00:00.000Z',
      },
    },
  });
  expect(await screen.findByText('2 December 2026')).toBeVisible();
  expect(screen.queryByRole('textbox')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Restore account' }));
  expect(await screen.findByRole('textbox', { name: 'Display name' })).toBeVisible();
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  expect(screen.queryByText('2 December 2026')).toBeNull();
});

test('an ended session is said once, and the way back in leads to the same place', async () => {
  const { user, memory } = await openPage('/profile?x=1');
  await screen.findByRole('region', { name: 'Public profile' });
  const bio = screen.getByRole('textbox', { name: 'Bio' });
  await user.type(bio, ' More.');
  memory.state.signedIn = false;
  await user.click(screen.getByRole('button', { name: 'Save profile' }));
  expect(await screen.findByRole('heading', { name: 'You are signed out' })).toHaveFocus();
  expect(screen.getByText(/Your session has ended/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute(
    'href',
    `/sign-in?next=${encodeURIComponent('/profile?x=1')}`,
  );
  expect(Object.keys(sessionStorage)).toHaveLength(1);
});

test('somebody else signing in elsewhere wipes what was shown of the first person', async () => {
  const { memory, queryClient } = await openPage('/usage');
  await screen.findByText('@ada');
  await screen.findAllByRole('region');
  const first = memory.state.user.id;
  memory.state.user = {
    ...memory.state.user,
    id: 'somebody-else',
    name: 'Grace',
    username: 'grace',
  };
  await queryClient.refetchQueries({ queryKey: queryKeys.user });
  expect(await screen.findByText('@grace')).toBeVisible();
  expect(screen.queryByText('Ada Lovelace')).toBeNull();
  const keys = queryClient
    .getQueryCache()
    .getAll()
    .map((query) => query.queryKey);
  expect(keys.filter((key) => key.includes(first))).toEqual([]);
});

test('an answer for somebody else is refused, and the page turns to who is signed in now', async () => {
  const { user, memory } = await openPage('/profile', {
    intercept: (_, args) => {
      const { account } = (args.at(-1) ?? {}) as { account?: string };
      if (account && account !== memory.state.user.id) {
        throw new MeError({ code: 'AccountChanged', status: 409 });
      }
    },
  });
  await screen.findByText('@ada');
  memory.state.user = { ...memory.state.user, id: 'somebody-else', username: 'grace' };
  await user.click(screen.getByRole('link', { name: 'Sessions' }));
  expect(await screen.findByText('@grace')).toBeVisible();
  expect(screen.queryByText('@ada')).toBeNull();
  expect(await screen.findByRole('region', { name: 'Other devices' })).toBeVisible();
});

test('says that a page does not exist, and leads back', async () => {
  const { user } = await openPage('/nowhere');
  expect(screen.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
  await user.click(screen.getByRole('link', { name: 'Go to Profile' }));
  expect(await screen.findByRole('region', { name: 'Public profile' })).toBeVisible();
});

test('is all in Arabic for somebody who reads it, from right to left', async () => {
  await openPage('/profile', {}, 'ar');
  expect(await screen.findByRole('region', { name: 'الملف العام' })).toBeVisible();
  expect(document.documentElement).toHaveAttribute('dir', 'rtl');
  expect(document.documentElement).toHaveAttribute('lang', 'ar');
});
