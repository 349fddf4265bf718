import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { MeError } from '../client/me-error.ts';
import { openPage } from '../../test/render-page.tsx';
import { writes } from '../data/keys.ts';
import { announce } from '../ui/announcer.ts';

const going = (type: 'pagehide' | 'pageshow') =>
  Object.assign(new Event(type), { persisted: true });

/** Leaves the page, which the browser keeps, and comes back to it. */
function leaveAndReturn(meanwhile: () => void): void {
  fireEvent(window, going('pagehide'));
  meanwhile();
  fireEvent(window, going('pageshow'));
}

/** Another tab of this origin has signed out. */
const signOutElsewhere = () => {
  localStorage.setItem('account-settings:session-ended', String(Date.now() + 1));
  fireEvent(window, new StorageEvent('storage', { key: 'account-settings:session-ended' }));
};

/** Opens the profile with a bio typed and not saved. */
async function typed(options: Parameters<typeof openPage>[1] = {}) {
  const page = await openPage('/profile', options);
  await page.user.type(await screen.findByRole('textbox', { name: 'Bio' }), ' Known to nobody.');
  return page;
}

test('who comes back as the same person finds the same page, not one built anew', async () => {
  await typed();
  const bio = screen.getByRole('textbox', { name: 'Bio' });
  leaveAndReturn(() => undefined);
  await expect.poll(() => document.querySelector('[data-hidden]')).toBeNull();
  expect(screen.getByRole('textbox', { name: 'Bio' })).toBe(bio);
  expect(bio).toHaveDisplayValue(/Known to nobody/);
});

test('who comes back signed out finds nothing of before', async () => {
  const { memory } = await typed();
  leaveAndReturn(() => {
    memory.state.signedIn = false;
  });
  expect(await screen.findByRole('heading', { name: 'You are signed out' })).toBeVisible();
  expect(document.body).not.toHaveTextContent(/Ada|Known/);
});

test('a sign-out on purpose in another tab drops what was typed, and what was said and sent', async () => {
  const { memory, queryClient } = await typed();
  announce('Signed out Firefox on Ubuntu');
  memory.state.signedIn = false;
  signOutElsewhere();
  expect(await screen.findByRole('heading', { name: 'You are signed out' })).toBeVisible();
  expect(screen.queryByText(/what you typed is kept/)).toBeNull();
  await waitFor(() => expect(JSON.stringify({ ...sessionStorage })).not.toContain('Known'));
  expect(document.body).not.toHaveTextContent(/Ada|Known|Firefox/);
  expect(queryClient.getMutationCache().findAll({ mutationKey: writes.user })).toEqual([]);
});

test('a sign-out of somebody else’s in another tab changes nothing here', async () => {
  await typed();
  const bio = screen.getByRole('textbox', { name: 'Bio' });
  signOutElsewhere();
  await expect.poll(() => document.querySelector('[data-hidden]')).toBeNull();
  expect(screen.getByRole('textbox', { name: 'Bio' })).toBe(bio);
});

test('without an answer nothing is shown, and Try again brings the page and what was typed', async () => {
  let broken = false;
  const { user } = await typed({
    intercept: (operation) => {
      if (broken && operation === 'getUser') throw new MeError({ code: 'NetworkError' });
    },
  });
  leaveAndReturn(() => {
    broken = true;
  });
  expect(await screen.findByText(/The service cannot be reached/)).toBeVisible();
  expect(document.body).not.toHaveTextContent(/Ada|Known/);
  broken = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('textbox', { name: 'Bio' })).toHaveDisplayValue(/Known to nobody/);
});
