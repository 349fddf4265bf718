import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { openPage } from '../../../test/render-page.tsx';
import type { MemoryOptions } from '../../client/memory-backend.ts';
import { MeError } from '../../client/me-error.ts';
import type { Session } from '../../contract/session.ts';
import { writeSessionVisit } from '../../data/session-visit.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const hour = 3_600_000;
const now = Date.now();
const ago = (ms: number) => new Date(now - ms).toISOString();

const here: Session = {
  id: 'here',
  current: true,
  browser: 'Chrome',
  os: 'macOS',
  location: 'London, UK',
  lastActive: ago(0),
  createdAt: ago(100 * hour),
};
const device = (id: string, hours: number, more: Session = {}): Session => ({
  id,
  lastActive: ago(hours * hour),
  createdAt: ago(hours * hour),
  ...more,
});
const phone = device('phone', 2 * 24, {
  browser: 'Mirra',
  deviceName: 'Pixel 9',
  tokenType: 'push',
});
const laptop = device('laptop', 3 * 24, { browser: 'Firefox', os: 'Ubuntu', ip: '203.0.113.7' });
const unknown = device('unknown', 4 * 24);
const devices = [here, phone, laptop, unknown];

const open = (options: MemoryOptions = {}) =>
  openPage('/sessions', { sessions: devices, ...options });
const others = async () => within(await screen.findByRole('region', { name: 'Other devices' }));
const signOut = (name: string) => screen.findByRole('button', { name: `Sign out ${name}` });
test('shows this device first, then the others, with what is known of each', async () => {
  await open();
  const first = within(await screen.findByRole('region', { name: 'This device' }));
  expect(first.getByText('Chrome on macOS')).toBeVisible();
  expect(first.getByText('active now')).toBeVisible();
  const rows = (await others()).getAllByRole('listitem');
  expect(rows).toHaveLength(3);
  expect(rows[0]).toHaveTextContent(/^Mirra on Pixel 9Last active .+ · push notifications on/);
  expect(rows[1]).toHaveTextContent(/^Firefox on Ubuntu203\.0\.113\.7 · /);
  expect(rows[2]).toHaveTextContent(/^Unknown deviceLast active [^()]+Sign out$/);
  expect(rows[2]).toHaveAttribute('aria-posinset', '3');
  expect(rows[2]).toHaveAttribute('aria-setsize', '3');
});

test('signs out one device: its row stays and says so, with the focus, and the count follows', async () => {
  const { user, memory } = await open();
  await user.click(await signOut('Mirra on Pixel 9'));
  expect(await screen.findByText('Signed out')).toBeVisible();
  const rows = (await others()).getAllByRole('listitem');
  expect(rows.map((row) => within(row).queryByRole('button') !== null)).toEqual([
    false,
    true,
    true,
  ]);
  expect(rows[0]).toHaveTextContent(/^Mirra on Pixel 9.*Signed out$/);
  expect(rows[0]).toHaveFocus();
  // The key that signed it out signs out nothing else.
  await user.keyboard('{Enter}{Enter} ');
  expect(screen.getByText('Signed out Mirra on Pixel 9')).toBeInTheDocument();
  expect((await others()).getByText('2 devices can use your account.')).toBeVisible();
  expect(await screen.findByRole('button', { name: 'Sign out 2 other devices' })).toBeVisible();
  expect(memory.state.sessions.map(({ id }) => id)).toEqual(['here', 'laptop', 'unknown']);
});

test('rows that are signed out go once the page has been left alone, and the focus stays near', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  const { user } = await open();
  await user.click(await signOut('Firefox on Ubuntu'));
  await user.click(await signOut('Unknown device'));
  await waitFor(() => expect(screen.getAllByText('Signed out')).toHaveLength(2));
  await act(() => vi.advanceTimersByTimeAsync(5000));
  await user.hover(screen.getByRole('heading', { level: 1 }));
  await act(() => vi.advanceTimersByTimeAsync(5000));
  expect((await others()).getAllByRole('listitem')).toHaveLength(3);
  await act(() => vi.advanceTimersByTimeAsync(2000));
  const rows = (await others()).getAllByRole('listitem');
  expect(rows).toHaveLength(1);
  expect(rows[0]).toHaveTextContent(/^Mirra on Pixel 9/);
  expect(screen.queryByText('Signed out')).not.toBeInTheDocument();
  await user.click(await signOut('Mirra on Pixel 9'));
  await screen.findByText('Signed out');
  expect(screen.queryByRole('button', { name: /other device/ })).not.toBeInTheDocument();
  await user.hover(screen.getByRole('heading', { level: 1 }));
  await act(() => vi.advanceTimersByTimeAsync(7000));
  expect(await screen.findByText('You are only signed in here.')).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Other devices' })).toHaveFocus();
});

test('rows that are signed out are not there at the next visit', async () => {
  const { user } = await open();
  await user.click(await signOut('Mirra on Pixel 9'));
  await screen.findByText('Signed out');
  await user.click(screen.getByRole('link', { name: 'Usage' }));
  await user.click(screen.getByRole('link', { name: 'Sessions' }));
  expect((await others()).getAllByRole('listitem')).toHaveLength(2);
  expect(screen.queryByText('Mirra on Pixel 9')).not.toBeInTheDocument();
});

test('a row fades while it is signed out and comes back with the error when that fails', async () => {
  let answer = () => {};
  const failed = new Promise<void>((resolve) => (answer = resolve));
  const { user, memory } = await open({
    intercept: async (operation) => {
      if (operation !== 'revokeSession') return;
      await failed;
      throw new MeError({ code: 'InternalError', status: 500 });
    },
  });
  await user.dblClick(await signOut('Firefox on Ubuntu'));
  const pending = await screen.findByRole('button', { name: 'Signing out…' });
  expect(pending).toHaveAttribute('aria-disabled', 'true');
  answer();
  const again = await screen.findByRole('button', {
    name: 'Try again to sign out Firefox on Ubuntu',
  });
  expect(again).toHaveFocus();
  expect(again).toHaveTextContent('Try again');
  expect(screen.getAllByText(/^The service answered with an error \(500\)/)).toHaveLength(1);
  const row = screen.getByText('Firefox on Ubuntu').closest('li');
  expect(within(row as HTMLElement).getByRole('alert')).toBeVisible();
  expect(memory.requests.filter(({ operation }) => operation === 'revokeSession')).toHaveLength(1);
});

test('a device that was signed out elsewhere meanwhile is signed out', async () => {
  const { user, memory } = await open();
  const button = await signOut('Unknown device');
  memory.state.sessions = memory.state.sessions.filter(({ id }) => id !== 'unknown');
  await user.click(button);
  expect(await screen.findByText('Signed out')).toBeVisible();
  expect((await others()).queryByRole('alert')).not.toBeInTheDocument();
});

test('signs out this device and shows the signed-out page', async () => {
  const { user, memory } = await open();
  await user.click(await signOut('Chrome on macOS'));
  expect(await screen.findByRole('heading', { name: 'You are signed out' })).toHaveFocus();
  expect(memory.state.signedIn).toBe(false);
});

test('asks before it signs out the others, with the safe button focused', async () => {
  const { user, memory } = await open();
  const button = await screen.findByRole('button', { name: 'Sign out 3 other devices' });
  await user.click(button);
  const dialog = within(screen.getByRole('alertdialog', { name: 'Sign out 3 other devices?' }));
  const cancel = dialog.getByRole('button', { name: 'Cancel' });
  expect(cancel).toHaveFocus();
  await user.click(cancel);
  expect(button).toHaveFocus();
  expect(memory.state.sessions).toHaveLength(4);

  await user.click(button);
  await user.dblClick(
    within(screen.getByRole('alertdialog')).getByRole('button', { name: /^Sign out 3/ }),
  );
  await waitFor(() => expect(screen.getAllByText('Signed out')).toHaveLength(3));
  expect(screen.queryByRole('button', { name: /other device/ })).not.toBeInTheDocument();
  expect(screen.getByText('Signed out 3 other devices')).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: 'Other devices' })).toHaveFocus();
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  const sent = memory.requests.filter(({ operation }) => operation === 'revokeOtherSessions');
  expect(sent).toHaveLength(1);
});

test('says in the dialog why the others are still signed in, and retries the same intent', async () => {
  let lost = true;
  const { user, memory } = await open({
    intercept: (operation) => {
      if (operation === 'revokeOtherSessions' && lost) throw new MeError({ code: 'NetworkError' });
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Sign out 3 other devices' }));
  await user.click(
    within(screen.getByRole('alertdialog')).getByRole('button', { name: /^Sign out 3/ }),
  );
  const dialog = within(screen.getByRole('alertdialog'));
  expect(await dialog.findByRole('alert')).toHaveTextContent('The service cannot be reached.');
  lost = false;
  await user.click(dialog.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.getAllByText('Signed out')).toHaveLength(3));
  const keys = memory.requests
    .filter(({ operation }) => operation === 'revokeOtherSessions')
    .map(({ args }) => (args[0] as { intent: string }).intent);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test('says that nobody else is signed in', async () => {
  await open({ sessions: [here] });
  expect((await others()).getByText('You are only signed in here.')).toBeVisible();
  expect(screen.queryByRole('button', { name: /other device/ })).not.toBeInTheDocument();
});

test('offers no button where the service cannot sign out, and says so', async () => {
  await open({ can: { sessions: { revoke: false, revokeOthers: false } } });
  expect(
    (await others()).getByText(/^This service cannot sign out single devices\./),
  ).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Sign out ./ })).not.toBeInTheDocument();
});

test('tolerates sessions without id, without current one, and with impossible dates', async () => {
  const { id: _, ...bare } = phone;
  await open({
    sessions: [
      { ...laptop, lastActive: 'text', createdAt: 'text' },
      { ...unknown, lastActive: ago(-90 * 24 * hour) },
      bare,
    ],
  });
  const card = within(await screen.findByRole('region', { name: 'Devices' }));
  expect(screen.queryByRole('region', { name: 'This device' })).not.toBeInTheDocument();
  expect(card.getByText('3 devices can use your account.')).toBeVisible();
  expect(card.getAllByRole('button', { name: /^Sign out (Firefox|Unknown)/ })).toHaveLength(2);
  expect(card.getByText(/^Devices without a button/)).toBeVisible();
  expect(card.getByText('Unknown device').closest('li')).toHaveTextContent(
    /^Unknown deviceSign out$/,
  );
});

test('gives the number of devices where the service does not list them', async () => {
  await open({ can: { sessions: { list: false } }, user: { activeSessions: 7 } });
  expect(await screen.findByText(/^7 devices are signed in to your account\./)).toBeVisible();
});

test('marks sessions that began since the last visit, but not this device', async () => {
  const userId = '00000000-0000-4000-8000-000000000001';
  writeSessionVisit(userId, now - 60 * hour);
  const { unmount } = await open({ sessions: [{ ...here, createdAt: ago(hour) }, phone, laptop] });
  const marks = await screen.findAllByText('New');
  expect(marks.map((mark) => mark.closest('li'))).toEqual([
    screen.getByText('Mirra on Pixel 9').closest('li'),
  ]);
  unmount();
  await open();
  await others();
  expect(screen.queryByText('New')).not.toBeInTheDocument();
});

test('marks nothing on the first visit', async () => {
  await open();
  await others();
  expect(screen.queryByText('New')).not.toBeInTheDocument();
});

test('says why the list could not be loaded, and loads it on Retry', async () => {
  let broken = true;
  const { user } = await open({
    intercept: (operation) => {
      if (operation === 'listSessions' && broken)
        throw new MeError({ code: 'Forbidden', status: 403 });
    },
  });
  expect(await screen.findByText('Devices could not be loaded')).toBeVisible();
  broken = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Chrome on macOS')).toBeVisible();
});

test('only shows, while the account waits for its erasure', async () => {
  const deletion = { requestedAt: ago(0), scheduledFor: ago(-24 * hour) };
  await open({ user: { deletion } });
  expect((await others()).getByText('Restore your account to change this.')).toBeVisible();
  expect((await others()).queryByRole('button')).not.toBeInTheDocument();
});

test('says everything in Arabic', async () => {
  await openPage('/sessions', { sessions: devices }, 'ar');
  expect(await screen.findByText('Firefox على Ubuntu')).toBeVisible();
  expect(screen.getByRole('button', { name: 'تسجيل الخروج من 3 أجهزة أخرى' })).toBeVisible();
});

test('reads a long list page by page, says so, retries, and counts what is not read yet', async () => {
  let reached: (entries: { isIntersecting: boolean }[]) => void = () => {};
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: typeof reached) {
        reached = callback;
      }
      observe() {}
      disconnect() {}
    },
  );
  let broken = true;
  const many = Array.from({ length: 300 }, (_, n) =>
    device(`s${n}`, n + 1, { deviceName: `D${n}` }),
  );
  const { user, memory } = await open({
    sessions: [here, ...many],
    intercept: (operation, [query]) => {
      const next = operation === 'listSessions' && (query as { pageToken?: string }).pageToken;
      if (next && broken) throw new MeError({ code: 'Forbidden', status: 403 });
    },
  });
  const card = await others();
  expect(card.getByText('300 devices can use your account.')).toBeVisible();
  expect(card.getAllByRole('listitem')).toHaveLength(99);
  expect(card.getAllByRole('listitem')[0]).toHaveAttribute('aria-setsize', '300');
  expect(card.getByText('Loading more…')).toBeVisible();
  reached([{ isIntersecting: true }]);
  expect(await card.findByText(/^More devices could not be loaded/)).toBeVisible();
  broken = false;
  await user.click(card.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.getByText('D99').closest('li')).toHaveFocus());
  expect(memory.requests.filter(({ operation }) => operation === 'listSessions')).toHaveLength(3);
  expect(card.queryByText('Loading more…')).not.toBeInTheDocument();
});
