import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { openPage } from '../../../test/render-page.tsx';
import type { MemoryBackend, MemoryOptions } from '../../client/memory-backend.ts';
import { MeError } from '../../client/me-error.ts';

const open = (options: MemoryOptions = {}) => openPage('/danger-zone', options);
const opener = () => screen.findByRole('button', { name: 'Delete account…' });
const dialog = () => within(screen.getByRole('alertdialog'));
const field = (phrase = 'ada') =>
  dialog().getByRole('textbox', { name: `Type ${phrase} to confirm` });
const deleteButton = (name = 'Delete account') => dialog().getByRole('button', { name });
const sent = (memory: MemoryBackend) =>
  memory.requests
    .filter(({ operation }) => operation === 'deleteUser')
    .map(({ args }) => args[0] as { intent: string; etag?: string });

/** Refuses the first deletions, one error each. */
const refusing = (...errors: MeError[]): MemoryOptions => ({
  intercept: (operation) => {
    const error = operation === 'deleteUser' ? errors.shift() : undefined;
    if (error) throw error;
  },
});

async function openDialog(options: MemoryOptions = {}) {
  const page = await open(options);
  await page.user.click(await opener());
  return page;
}

test('says what deleting does', async () => {
  await open({ usage: { paidTokenBalance: 150_000 } });
  const card = within(await screen.findByRole('region', { name: 'Delete account' }));
  await waitFor(() =>
    expect(card.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'You are signed out on all 5 devices.',
      'Your username @ada is held for 30 days, then anyone can take it.',
      expect.stringMatching(/^Everything is erased on .+ \d{4}\.$/),
      'Your paid balance of 150,000 tokens is forfeited.',
    ]),
  );
});

test('says nothing of a balance that is unknown, and can delete all the same', async () => {
  const { user, memory } = await openDialog({
    user: { activeSessions: undefined },
    intercept: (operation) => {
      if (operation === 'getUsage') throw new MeError({ code: 'Forbidden', status: 403 });
    },
  });
  expect(screen.getByText('You are signed out on all devices.')).toBeInTheDocument();
  expect(screen.queryByText(/^Your paid balance/)).not.toBeInTheDocument();
  await user.type(field(), 'ada{Enter}');
  expect(await screen.findByRole('heading', { name: 'Your account is deactivated' })).toHaveFocus();
  expect(memory.state.user.deletion).toBeDefined();
});

test('promises no way back where there is none', async () => {
  const { user } = await openDialog({ can: { deletion: { graceDays: null } } });
  expect(screen.getByText('You lose your username', { exact: false })).toBeInTheDocument();
  expect(screen.queryByText(/erased on/)).not.toBeInTheDocument();
  await user.type(field(), 'ada{Enter}');
  expect(await screen.findByText('You are signed out on every device.')).toBeVisible();
});

test('deletes with the keyboard alone, once the username is typed, and sends one request', async () => {
  const { user, memory } = await open();
  (await opener()).focus();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('alertdialog', { name: 'Delete @ada?' })).toBeVisible();
  expect(dialog().getByRole('button', { name: 'Keep my account' })).toHaveFocus();
  await user.tab({ shift: true });
  expect(field()).toHaveFocus();
  expect(deleteButton()).toHaveAttribute('aria-disabled', 'true');
  await user.keyboard('ada');
  expect(deleteButton()).not.toHaveAttribute('aria-disabled');
  await user.tab();
  await user.tab();
  expect(deleteButton()).toHaveFocus();
  await user.keyboard('{Enter}{Enter}');
  expect(await screen.findByText(/^It is erased on .+\. Sign in before then/)).toBeVisible();
  expect(sent(memory)).toHaveLength(1);
  expect(sent(memory)[0]?.etag).toBeDefined();
});

test('keeps the account: by the safe button or Escape, and focus goes back', async () => {
  const { user, memory } = await openDialog();
  await user.click(dialog().getByRole('button', { name: 'Keep my account' }));
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  expect(await opener()).toHaveFocus();

  await user.click(await opener());
  fireEvent(screen.getByRole('alertdialog'), new Event('cancel', { cancelable: true }));
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  expect(await opener()).toHaveFocus();
  expect(sent(memory)).toHaveLength(0);
});

test('does nothing until the text is the same, and explains that on Enter', async () => {
  const { user, memory } = await openDialog();
  await user.type(field(), 'Ada');
  expect(field()).toBeValid();
  await user.click(deleteButton());
  await user.type(field(), '{Enter}');
  expect(field()).toBeInvalid();
  expect(field()).toHaveAccessibleDescription(/^This is not the same\./);
  expect(field()).toHaveFocus();
  await user.type(field(), 'x');
  expect(field()).toBeValid();
  expect(sent(memory)).toHaveLength(0);
});

test('takes pasted text with blanks around it, and the same letters however they are encoded', async () => {
  const composed = 'Zoé'.normalize('NFC');
  const { user, memory } = await openDialog({
    user: { username: undefined, email: undefined, defaultEmail: undefined, name: composed },
  });
  expect(screen.getByRole('alertdialog', { name: `Delete ${composed}?` })).toBeVisible();
  await user.click(field(composed));
  await user.paste(`  ${composed.normalize('NFD')} `);
  await user.click(deleteButton());
  expect(await screen.findByRole('heading', { name: 'Your account is deactivated' })).toBeVisible();
  expect(sent(memory)).toHaveLength(1);
});

test('asks for the address of who has no username', async () => {
  await openDialog({ user: { username: undefined } });
  expect(field('ada@example.com')).toBeVisible();
});

test('sends one request for a double click, stays open meanwhile, and says that it is under way', async () => {
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  const { user, memory } = await openDialog({
    intercept: (operation) => (operation === 'deleteUser' ? held : undefined),
  });
  await user.type(field(), 'ada');
  await user.dblClick(deleteButton());
  const pending = await dialog().findByRole('button', { name: 'Deleting…' });
  expect(pending).toHaveFocus();
  await user.click(dialog().getByRole('button', { name: 'Keep my account' }));
  await user.type(field(), '{Enter}');
  const element = screen.getByRole('alertdialog');
  fireEvent(element, new Event('cancel', { cancelable: true }));
  fireEvent(element, new Event('close'));
  expect(element).toBeVisible();
  expect(sent(memory)).toHaveLength(1);
  answer();
  expect(await screen.findByRole('heading', { name: 'Your account is deactivated' })).toBeVisible();
});

test('retries a lost answer with the same key, and a refusal with another one', async () => {
  const { user, memory } = await openDialog(
    refusing(
      new MeError({ code: 'NetworkError' }),
      new MeError({ code: 'ServiceUnavailable', status: 503 }),
      new MeError({ code: 'Forbidden', status: 403 }),
    ),
  );
  await user.type(field(), 'ada{Enter}');
  expect(await dialog().findByText(/^The service cannot be reached/)).toBeVisible();
  await user.click(deleteButton('Try again'));
  expect(await dialog().findByText(/error \(503\)/)).toBeVisible();
  await user.click(deleteButton('Try again'));
  expect(await dialog().findByText('You are not allowed to do this.')).toBeVisible();
  await user.click(deleteButton('Try again'));
  await screen.findByRole('heading', { name: 'Your account is deactivated' });
  const [first, second, third, fourth] = sent(memory).map(({ intent }) => intent);
  expect(second).toBe(first);
  expect(third).toBe(first);
  expect(fourth).not.toBe(first);
});

test('leads to a fresh sign-in when the service wants one', async () => {
  const { user } = await openDialog(
    refusing(new MeError({ code: 'StepUpRequired', status: 403, maxAge: 300 })),
  );
  await user.type(field(), 'ada{Enter}');
  expect(await dialog().findByText(/^For your safety, sign in again/)).toBeVisible();
  expect(dialog().getByRole('link', { name: 'Sign in again' })).toHaveAttribute(
    'href',
    '/sign-in?next=%2Fdanger-zone&max_age=300',
  );
});

test('asks again when the account was changed elsewhere', async () => {
  const { user, memory } = await openDialog();
  memory.state.user = { ...memory.state.user, username: 'lovelace' };
  await user.type(field(), 'ada{Enter}');
  expect(await dialog().findByText(/^Your account was changed somewhere else/)).toBeVisible();
  expect(memory.state.user.deletion).toBeUndefined();
  expect(field('lovelace')).toHaveValue('');
  expect(field('lovelace')).toHaveFocus();
  await user.type(field('lovelace'), 'lovelace{Enter}');
  await screen.findByRole('heading', { name: 'Your account is deactivated' });
  const [first, second] = sent(memory);
  expect(second?.intent).not.toBe(first?.intent);
  expect(second?.etag).not.toBe(first?.etag);
});

test('closes when somebody else turns out to be signed in', async () => {
  const { user, memory } = await openDialog();
  memory.state.user = { ...memory.state.user, id: 'somebody-else', username: 'grace' };
  await user.type(field(), 'ada{Enter}');
  expect(await screen.findByText('@grace', { selector: 'strong' })).toBeVisible();
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  expect(memory.state.user.deletion).toBeUndefined();
  await waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
});

test('offline it refuses with words, sends nothing, and nothing is sent later', async () => {
  const { user, memory } = await openDialog();
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await user.type(field(), 'ada{Enter}');
  expect(await dialog().findByText(/^You are offline\. Nothing was deleted\./)).toBeVisible();
  online.mockReturnValue(true);
  window.dispatchEvent(new Event('online'));
  expect(sent(memory)).toHaveLength(0);
  await user.click(deleteButton('Try again'));
  await screen.findByRole('heading', { name: 'Your account is deactivated' });
  expect(sent(memory)).toHaveLength(1);
});

test('within the grace period it says when, and exports still', async () => {
  const deletion = {
    requestedAt: '2026-11-01T00:00:00.000Z',
    scheduledFor: '2026-12-01T12:00:00.000Z',
  };
  await open({ user: { deletion } });
  const card = within(await screen.findByRole('region', { name: 'Delete account' }));
  expect(card.getByText('December 1, 2026')).toBeVisible();
  expect(card.queryByRole('button')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Download export' })).toBeVisible();
});

test('says so where the service neither deletes nor exports', async () => {
  await open({ can: { deletion: { available: false }, exportData: false } });
  expect(await screen.findByText('This service does not delete accounts here.')).toBeVisible();
  expect(screen.getByText('This service does not export your data.')).toBeVisible();
  expect(within(screen.getByRole('main')).queryByRole('button')).not.toBeInTheDocument();
});

test('downloads the export under its name, after a failure too', async () => {
  const saved: { name: string; blob: Blob }[] = [];
  let last: Blob | undefined;
  URL.createObjectURL = (blob: Blob) => {
    last = blob;
    return 'blob:export';
  };
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    if (last) saved.push({ name: this.download, blob: last });
  });
  let broken = true;
  const { user } = await open({
    intercept: (operation) => {
      if (operation === 'exportData' && broken) {
        throw new MeError({ code: 'InternalError', status: 500, reference: '7f3a' });
      }
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Download export' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(/error \(500\).*7f3a/);
  broken = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Saved as account-export.json')).toBeVisible();
  expect(saved.map(({ name }) => name)).toEqual(['account-export.json']);
  expect(await saved[0]?.blob.text()).toContain('"username": "ada"');
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('asks for the same name in Arabic', async () => {
  const { user, memory } = await openPage('/danger-zone', {}, 'ar');
  await user.click(await screen.findByRole('button', { name: 'حذف الحساب…' }));
  await user.type(dialog().getByRole('textbox', { name: 'اكتب ada للتأكيد' }), 'ada{Enter}');
  expect(await screen.findByRole('heading', { name: 'تم تعطيل حسابك' })).toBeVisible();
  expect(memory.state.user.deletion).toBeDefined();
});
