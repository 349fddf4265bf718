import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage } from '../../../test/render-page.tsx';
import { MeError } from '../../client/me-error.ts';

const unauthorized = new MeError({ code: 'Unauthorized', status: 401 });

/** Deletes against a backend that answers each try with an error, and tries again until the last. */
async function deleteAgainst(...errors: MeError[]) {
  const left = [...errors];
  const page = await openPage('/danger-zone', {
    intercept: (operation) => {
      const error = operation === 'deleteUser' ? left.shift() : undefined;
      if (error) throw error;
    },
  });
  await page.user.click(await screen.findByRole('button', { name: 'Delete account…' }));
  const dialog = within(screen.getByRole('alertdialog'));
  await page.user.type(dialog.getByRole('textbox'), 'ada{Enter}');
  for (const _ of errors.slice(1)) {
    await page.user.click(await dialog.findByRole('button', { name: 'Try again' }));
  }
  return page;
}

test.each([
  ['no answer', { code: 'NetworkError' }],
  ['a late answer', { code: 'Timeout' }],
  ['a server error', { code: 'InternalError', status: 500 }],
  ['a success that cannot be read', { code: 'BadAnswer', status: 200 }],
])('after %s, a session that is dead means that the account is gone', async (_, first) => {
  await deleteAgainst(new MeError(first), unauthorized);
  expect(await screen.findByRole('heading', { name: 'Your account is deactivated' })).toBeVisible();
});

test.each([
  ['too many requests', { code: 'TooManyRequests', status: 429 }],
  ['a refusal', { code: 'Forbidden', status: 403 }],
  ['no token to send', { code: 'TokenUnavailable' }],
])('after %s, a session that is dead means only that', async (_, first) => {
  await deleteAgainst(new MeError(first), unauthorized);
  expect(await screen.findByRole('heading', { name: 'You are signed out' })).toBeVisible();
});

test('a host that gives no token leaves the question open', async () => {
  const { user } = await deleteAgainst(
    new MeError({ code: 'NetworkError' }),
    new MeError({ code: 'TokenUnavailable' }),
  );
  const dialog = within(screen.getByRole('alertdialog'));
  expect(await dialog.findByText(/did not confirm who you are/)).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'Your account is deactivated' })).toBeVisible();
});
