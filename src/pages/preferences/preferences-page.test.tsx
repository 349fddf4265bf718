import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect, test, vi } from 'vitest';
import { openPage } from '../../../test/render-page.tsx';
import { bareSeed } from '../../client/memory-seed.ts';
import { MeError } from '../../client/me-error.ts';
import type { MemoryOptions } from '../../client/memory-backend.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });
beforeAll(async () => {
  await import('../../form/time-zone/time-zone-popup.tsx');
});

const card = async (name: string) => within(await screen.findByRole('region', { name }));
const open = (options: MemoryOptions = {}, language = 'en') =>
  openPage('/preferences', options, language);

/** Makes the nth write of the preferences fail, or wait. */
function onWrite(
  act: (write: number) => void | Promise<void>,
): NonNullable<MemoryOptions['intercept']> {
  let writes = 0;
  return (operation) => {
    if (operation !== 'updatePreferences') return undefined;
    writes += 1;
    return act(writes);
  };
}

const failure = new MeError({ code: 'InternalError', status: 500 });

test('a theme is shown at once and saved', async () => {
  const { user, memory } = await open();
  const appearance = await card('Appearance');
  await user.click(appearance.getByRole('radio', { name: 'Dark' }));
  expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
  expect(await appearance.findByText('Saved')).toBeVisible();
  expect(memory.state.preferences.theme).toBe('dark');
});

test('a theme that cannot be saved goes back, and the reason is said once, beside it', async () => {
  const { user } = await open({
    intercept: onWrite(() => {
      throw failure;
    }),
  });
  const appearance = await card('Appearance');
  await user.click(appearance.getByRole('radio', { name: 'Dark' }));
  expect(await appearance.findByRole('alert')).toHaveTextContent(
    'Not saved. The service answered with an error (500). Try again.',
  );
  expect(screen.getAllByRole('alert').filter((alert) => alert.textContent)).toHaveLength(1);
  expect(appearance.getByRole('radio', { name: 'System' })).toBeChecked();
  expect(document.documentElement).not.toHaveAttribute('data-theme');
});

test('switches a notification, and says so in its row', async () => {
  const { user, memory } = await open();
  const notifications = await card('Notifications');
  const row = within(notifications.getByRole('row', { name: /^Product/ }));
  await user.click(row.getByRole('switch', { name: 'Product, Email' }));
  expect(row.getByRole('switch', { name: 'Product, Email' })).toBeChecked();
  expect(await row.findByText('Saved')).toBeVisible();
  expect(notifications.getAllByText('Saved')).toHaveLength(1);
  expect(memory.state.preferences.notifications?.['product']).toEqual({ email: true, push: false });
});

test('security mail is on, locked, and says why', async () => {
  const { user, memory } = await open();
  const locked = (await card('Notifications')).getByRole('switch', { name: 'Security, Email' });
  await user.click(locked);
  expect(locked).toBeChecked();
  expect(locked).toHaveAttribute('aria-disabled', 'true');
  expect(locked).toHaveAccessibleDescription(/Always on by email/);
  expect(memory.requests.map(({ operation }) => operation)).not.toContain('updatePreferences');
});

test('a switch turned twice quickly ends where the person left it', async () => {
  let release: () => void = () => undefined;
  const { user, memory } = await open({
    intercept: onWrite((write) =>
      write === 1 ? new Promise<void>((resolve) => (release = resolve)) : undefined,
    ),
  });
  const product = (await card('Notifications')).getByRole('switch', { name: 'Product, Email' });
  await user.click(product);
  expect(product).toBeChecked();
  await user.click(product);
  expect(product).not.toBeChecked();
  release();
  expect(await screen.findByText('Saved')).toBeVisible();
  expect(product).not.toBeChecked();
  expect(memory.state.preferences.notifications?.['product']?.['email']).toBe(false);
});

test('only the switch that failed goes back', async () => {
  const { user } = await open({
    intercept: onWrite((write) => {
      if (write === 1) throw failure;
    }),
  });
  const notifications = await card('Notifications');
  const email = notifications.getByRole('switch', { name: 'Product, Email' });
  const push = notifications.getByRole('switch', { name: 'Product, Push' });
  await user.click(email);
  await user.click(push);
  const row = within(notifications.getByRole('row', { name: /^Product/ }));
  expect(await row.findByRole('alert')).toHaveTextContent(/^Not saved\. /);
  await waitFor(() => expect(email).not.toBeChecked());
  expect(push).toBeChecked();
});

test('shows categories and channels that it does not know, and changes none of them', async () => {
  await open({
    preferences: { notifications: { billing: { email: true }, product: { carrier_pigeon: true } } },
  });
  const notifications = await card('Notifications');
  const billing = within(notifications.getByRole('row', { name: /^billing/ }));
  expect(billing.getAllByRole('cell').map((cell) => cell.textContent)).toEqual([
    'On',
    'Off',
    'Off',
  ]);
  expect(notifications.getByRole('columnheader', { name: 'carrier_pigeon' })).toBeVisible();
  expect(billing.queryByRole('switch')).not.toBeInTheDocument();
});

test('keeps the handle of a pasted address, and clears an emptied one', async () => {
  const { user, memory } = await open();
  const links = await card('Social links');
  const twitter = links.getByRole('textbox', { name: 'Twitter' });
  await user.clear(twitter);
  await user.type(twitter, 'https://x.com/countess');
  await user.clear(links.getByRole('textbox', { name: 'Discord' }));
  await user.click(links.getByRole('button', { name: 'Save links' }));
  expect(await links.findByText('Saved')).toBeVisible();
  expect(memory.state.preferences.socials).toEqual({ twitter: 'countess', discord: undefined });
  expect(twitter).toHaveValue('countess');
});

test('a handle that the service refuses is marked on its field', async () => {
  const { user } = await open({
    intercept: onWrite(() => {
      throw new MeError({
        code: 'ValidationFailed',
        status: 422,
        fields: { 'socials.twitter': [{ code: 'social_invalid' }] },
      });
    }),
  });
  const links = await card('Social links');
  const twitter = links.getByRole('textbox', { name: 'Twitter' });
  await user.type(twitter, 'x{Enter}');
  expect(
    await links.findByText('Enter a handle without spaces, at most 100 characters.'),
  ).toBeVisible();
  expect(twitter).toBeInvalid();
  expect(twitter).toHaveFocus();
});

test('merges what was changed elsewhere, and asks about what clashes', async () => {
  const { user, memory } = await open();
  const links = await card('Social links');
  const twitter = links.getByRole('textbox', { name: 'Twitter' });
  await user.clear(twitter);
  await user.type(twitter, 'mine');
  memory.state.preferences = {
    ...memory.state.preferences,
    socials: { twitter: 'theirs', discord: 'elsewhere' },
  };
  await user.click(links.getByRole('button', { name: 'Save links' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('theirs')).toBeVisible();
  expect(dialog.queryByText('elsewhere')).not.toBeInTheDocument();
  await user.click(dialog.getByRole('button', { name: 'Save choice' }));
  expect(await links.findByText('Saved')).toBeVisible();
  expect(memory.state.preferences.socials).toEqual({ twitter: 'mine', discord: 'elsewhere' });
});

test('a switch does not stand in the way of a form on the same page', async () => {
  const { user, memory } = await open();
  const links = await card('Social links');
  await user.type(links.getByRole('textbox', { name: 'Discord' }), '2');
  await user.click(
    (await card('Notifications')).getByRole('switch', { name: 'Usage alerts, Push' }),
  );
  await user.click(links.getByRole('button', { name: 'Save links' }));
  expect(await links.findByText('Saved')).toBeVisible();
  expect(memory.state.preferences.socials.discord).toBe('ada.lovelace2');
  expect(memory.state.preferences.notifications?.['usage']?.['push']).toBe(true);
});

test('a failed load is said once, and Retry brings the page', async () => {
  let works = false;
  const { user } = await open({
    intercept: (operation) => {
      if (operation === 'getPreferences' && !works)
        throw new MeError({ code: 'Forbidden', status: 403 });
    },
  });
  expect(await screen.findByText('Preferences could not be loaded')).toBeVisible();
  works = true;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('region', { name: 'Appearance' })).toBeVisible();
});

test('shows an account without any preference', async () => {
  await open({ seed: bareSeed });
  expect((await card('Appearance')).getByRole('radio', { name: 'System' })).toBeChecked();
  expect(
    (await card('Notifications')).getByRole('switch', { name: 'Security, Email' }),
  ).toBeChecked();
  expect(
    (await card('Scheduling')).getByRole('button', { name: /Same as profile text/ }),
  ).toBeVisible();
});

test('leaves out what the backend does not keep, and shows as text what it lets nobody edit', async () => {
  await open({
    can: {
      preferences: { theme: 'none', notifications: 'read', timezone: 'read', socials: 'read' },
    },
  });
  const notifications = await card('Notifications');
  expect(
    notifications.getByText('Managed where you sign in. It cannot be changed here.'),
  ).toBeVisible();
  expect(screen.queryByRole('region', { name: 'Appearance' })).not.toBeInTheDocument();
  expect(screen.queryByRole('switch')).not.toBeInTheDocument();
  expect((await card('Scheduling')).getByText('Same as profile')).toBeVisible();
  expect((await card('Social links')).getByText('ada.lovelace')).toBeVisible();
});

test('a backend without preferences has no page for them and is not asked', async () => {
  const none = { theme: 'none', notifications: 'none', timezone: 'none', socials: 'none' } as const;
  const { memory } = await open({ can: { preferences: none } });
  expect(await screen.findByText('There is nothing here for this account.')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Go to Profile' })).toHaveAttribute('href', '/profile');
  expect(screen.queryByRole('link', { name: 'Preferences' })).not.toBeInTheDocument();
  expect(memory.requests.map(({ operation }) => operation)).not.toContain('getPreferences');
});

test('everything can be looked at and nothing changed while the account is being deleted', async () => {
  await open({
    user: {
      deletion: {
        requestedAt: '2026-11-20T10:00:00.000Z',
        scheduledFor: '2026-12-20T10:00:00.000Z',
      },
    },
  });
  const appearance = await card('Appearance');
  expect(appearance.getByText('Restore your account to change this.')).toBeVisible();
  expect(appearance.queryByRole('radio')).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /^Save/ })).not.toBeInTheDocument();
});

test('reads from right to left in Arabic', async () => {
  const { user } = await open({}, 'ar');
  await waitFor(() => expect(document.documentElement).toHaveAttribute('dir', 'rtl'));
  const row = within((await card('الإشعارات')).getByRole('row', { name: /^المنتج/ }));
  await user.click(row.getByRole('switch', { name: 'المنتج، البريد' }));
  expect(await row.findByText('تم الحفظ')).toBeVisible();
});
