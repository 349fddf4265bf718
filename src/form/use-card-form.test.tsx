import { keys } from '../data/keys.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { MeError } from '../client/me-error.ts';
import type { Operation } from '../client/guarded.ts';
import { openPage } from '../../test/render-page.tsx';

const profile = async () => within(await screen.findByRole('region', { name: 'Public profile' }));

/** Throws `error` at the first call of an operation. */
function once(wanted: Operation, error: MeError) {
  let thrown = false;
  return (operation: Operation) => {
    if (operation !== wanted || thrown) return;
    thrown = true;
    throw error;
  };
}

test('a failed save keeps the text, says why in the card, and can be tried again', async () => {
  const { user, memory } = await openPage('/profile', {
    intercept: once(
      'updateUser',
      new MeError({ code: 'ServiceUnavailable', status: 503, reference: '7f3a' }),
    ),
  });
  const card = await profile();
  const name = card.getByRole('textbox', { name: 'Display name' });
  await user.clear(name);
  await user.type(name, 'Ada King');
  await user.click(card.getByRole('button', { name: 'Save profile' }));
  expect(await card.findByRole('alert')).toHaveTextContent(
    'The service answered with an error (503). Try again. Reference 7f3a.',
  );
  expect(name).toHaveValue('Ada King');
  await user.click(card.getByRole('button', { name: 'Save profile' }));
  expect(await card.findByText('Saved')).toBeVisible();
  expect(card.queryByRole('alert')).toBeNull();
  expect(memory.state.user.name).toBe('Ada King');
});

test('a rule that only the service knows lands on its field in its own words', async () => {
  const { user } = await openPage('/profile', {
    intercept: once(
      'updateUser',
      new MeError({
        code: 'ValidationFailed',
        status: 422,
        fields: { bio: [{ message: 'Please be kinder.' }] },
      }),
    ),
  });
  const card = await profile();
  const bio = card.getByRole('textbox', { name: 'Bio' });
  await user.type(bio, ' Hm.');
  await user.click(card.getByRole('button', { name: 'Save profile' }));
  expect(await card.findByText('Please be kinder.')).toBeVisible();
  expect(bio).toBeInvalid();
  expect(bio).toHaveFocus();
  expect(card.queryByRole('alert')).toBeNull();
});

test('an old value that breaks a rule does not block saving another field', async () => {
  const { user, memory } = await openPage('/profile', { user: { username: 'x' } });
  const card = await profile();
  await user.type(card.getByRole('textbox', { name: 'Display name' }), ' II{Enter}');
  expect(await card.findByText('Saved')).toBeVisible();
  expect(memory.state.user).toMatchObject({ username: 'x', name: 'Ada Lovelace II' });
});

test('a refetch changes the fields nobody touched and leaves the typed ones alone', async () => {
  const { user, memory, queryClient } = await openPage('/profile');
  const card = await profile();
  const name = card.getByRole('textbox', { name: 'Display name' });
  await user.type(name, ' II');
  memory.state.user = { ...memory.state.user, name: 'Ada King', bio: 'From elsewhere.' };
  await queryClient.refetchQueries({ queryKey: keys.user });
  await waitFor(() =>
    expect(card.getByRole('textbox', { name: 'Bio' })).toHaveValue('From elsewhere.'),
  );
  expect(name).toHaveValue('Ada Lovelace II');
  expect(card.getByText('1 unsaved change')).toBeVisible();

  // Somebody else changed that very field: saving asks instead of overwriting.
  await user.click(card.getByRole('button', { name: 'Save profile' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('Ada King')).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Keep editing' }));
  expect(name).toHaveValue('Ada Lovelace II');
  await user.click(card.getByRole('button', { name: 'Save profile' }));
  await user.click(
    within(await screen.findByRole('dialog')).getByRole('button', { name: 'Save choice' }),
  );
  expect(await card.findByText('Saved')).toBeVisible();
  expect(memory.state.user).toMatchObject({ name: 'Ada Lovelace II', bio: 'From elsewhere.' });
});

test('text typed while a save is under way is kept and still unsaved', async () => {
  let answer = () => {};
  const { user, memory } = await openPage('/profile', {
    intercept: (operation) =>
      operation === 'updateUser'
        ? new Promise<void>((resolve) => {
            answer = resolve;
          })
        : undefined,
  });
  const card = await profile();
  const name = card.getByRole('textbox', { name: 'Display name' });
  await user.type(name, '!');
  await user.click(card.getByRole('button', { name: 'Save profile' }));
  expect(card.getByRole('button', { name: 'Saving…' })).toHaveAttribute('aria-disabled', 'true');
  await user.type(name, '?');
  answer();
  expect(await card.findByRole('button', { name: 'Save profile' })).toBeVisible();
  expect(memory.state.user.name).toBe('Ada Lovelace!');
  expect(name).toHaveValue('Ada Lovelace!?');
  expect(card.getByText('1 unsaved change')).toBeVisible();
});

test('what was typed is there again after a reload, and gone when it is discarded', async () => {
  const first = await openPage('/profile');
  await first.user.type((await profile()).getByRole('textbox', { name: 'Bio' }), ' Draft.');
  first.unmount();

  const again = await openPage('/profile');
  const card = await profile();
  const bio = card.getByRole('textbox', { name: 'Bio' });
  expect(bio).toHaveValue('I write programs for the Analytical Engine. Draft.');
  expect(card.getByText(/Your unsaved text from before is back/)).toBeVisible();
  await again.user.click(card.getByRole('button', { name: 'Discard' }));
  expect(bio).toHaveValue('I write programs for the Analytical Engine.');
  expect(Object.keys(sessionStorage)).toEqual([]);
});

test('what one person typed is neither shown to nor kept for the next one', async () => {
  const first = await openPage('/profile');
  await first.user.type((await profile()).getByRole('textbox', { name: 'Bio' }), ' Draft.');
  expect(Object.keys(sessionStorage)).toHaveLength(1);
  first.unmount();

  await openPage('/profile', { user: { id: 'somebody-else' } });
  expect((await profile()).getByRole('textbox', { name: 'Bio' })).toHaveValue(
    'I write programs for the Analytical Engine.',
  );
  expect(Object.keys(sessionStorage)).toEqual([]);
});

test('leaving with unsaved changes asks, keeps them on Keep editing, drops them on Discard', async () => {
  const { user } = await openPage('/profile');
  const bio = (await profile()).getByRole('textbox', { name: 'Bio' });
  await user.type(bio, ' Unsaved.');
  await user.click(screen.getByRole('link', { name: 'Usage' }));
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Leave without saving?' }));
  await user.click(dialog.getByRole('button', { name: 'Keep editing' }));
  expect(screen.queryByRole('alertdialog')).toBeNull();
  expect(bio).toHaveValue('I write programs for the Analytical Engine. Unsaved.');
  await user.click(screen.getByRole('link', { name: 'Usage' }));
  await user.click(await screen.findByRole('button', { name: 'Discard and leave' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Usage' })).toBeVisible();
  expect(Object.keys(sessionStorage)).toEqual([]);
});

/** Saves the name over a change from elsewhere, so that the conflict dialog asks. */
async function openConflict() {
  const page = await openPage('/profile');
  const card = await profile();
  const name = card.getByRole('textbox', { name: 'Display name' });
  await page.user.type(name, ' II');
  page.memory.state.user = { ...page.memory.state.user, name: 'From elsewhere' };
  await page.user.click(card.getByRole('button', { name: 'Save profile' }));
  const dialog = within(await screen.findByRole('dialog'));
  return { ...page, card, name, dialog };
}

test('what is changed while a conflict is looked at is asked about too, never overwritten', async () => {
  const { user, memory, dialog } = await openConflict();
  memory.state.user = { ...memory.state.user, name: 'Later still' };
  await user.click(dialog.getByRole('radio', { name: /Yours/ }));
  await user.click(dialog.getByRole('button', { name: 'Save choice' }));
  await waitFor(() => expect(screen.getByRole('dialog')).toHaveTextContent('Later still'));
  expect(memory.state.user.name).toBe('Later still');
});

test('choosing what was saved elsewhere sends nothing', async () => {
  const { user, memory, card, name, dialog } = await openConflict();
  const writes = () => memory.requests.filter(({ operation }) => operation === 'updateUser').length;
  const before = writes();
  await user.click(dialog.getByRole('radio', { name: /Saved somewhere else/ }));
  await user.click(dialog.getByRole('button', { name: 'Save choice' }));
  expect(await card.findByText('Saved')).toBeVisible();
  expect(name).toHaveValue('From elsewhere');
  expect(writes()).toBe(before);
});

test('text typed while a save is merged with a change from elsewhere is kept', async () => {
  let answer = () => {};
  let held = false;
  const { user, memory } = await openPage('/profile', {
    intercept: (operation) => {
      if (operation !== 'updateUser' || held) return;
      held = true;
      return new Promise<void>((resolve) => {
        answer = resolve;
      });
    },
  });
  const card = await profile();
  const name = card.getByRole('textbox', { name: 'Display name' });
  const bio = card.getByRole('textbox', { name: 'Bio' });
  await user.type(name, ' II');
  await user.click(card.getByRole('button', { name: 'Save profile' }));
  await user.type(name, ' and more');
  await user.type(bio, ' Typed meanwhile.');
  memory.state.user = { ...memory.state.user, username: 'ada_elsewhere' };
  answer();
  await waitFor(() => expect(memory.state.user.name).toBe('Ada Lovelace II'));
  expect(await card.findByText('2 unsaved changes')).toBeVisible();
  expect(name).toHaveValue('Ada Lovelace II and more');
  expect(bio).toHaveValue('I write programs for the Analytical Engine. Typed meanwhile.');
  expect(card.getByRole('textbox', { name: 'Username' })).toHaveValue('ada_elsewhere');
  expect(memory.state.user.bio).toBe('I write programs for the Analytical Engine.');
});

test('an error about a field that is not here is said in the card', async () => {
  const { user } = await openPage('/profile', {
    intercept: once(
      'updateUser',
      new MeError({
        code: 'ValidationFailed',
        status: 422,
        fields: { name: [], company: [{ message: 'Company is closed.' }] },
      }),
    ),
  });
  const card = await profile();
  await user.type(card.getByRole('textbox', { name: 'Display name' }), '!{Enter}');
  expect(await card.findByRole('alert')).toHaveTextContent('Company is closed.');
});

test('still asks after a link to the same page was followed', async () => {
  const { user } = await openPage('/profile');
  const bio = (await profile()).getByRole('textbox', { name: 'Bio' });
  await user.type(bio, ' Unsaved.');
  await user.click(screen.getByRole('link', { name: 'Profile' }));
  await user.click(screen.getByRole('link', { name: 'Usage' }));
  expect(await screen.findByRole('alertdialog', { name: 'Leave without saving?' })).toBeVisible();
  expect(bio).toHaveValue('I write programs for the Analytical Engine. Unsaved.');
});

test('a save under way cannot be discarded; leaving goes on once it is done', async () => {
  let answer = () => {};
  const { user, memory } = await openPage('/profile', {
    intercept: (operation) =>
      operation === 'updateUser'
        ? new Promise<void>((resolve) => {
            answer = resolve;
          })
        : undefined,
  });
  const card = await profile();
  await user.type(card.getByRole('textbox', { name: 'Display name' }), ' II');
  await user.click(card.getByRole('button', { name: 'Save profile' }));
  await user.click(screen.getByRole('link', { name: 'Usage' }));
  const dialog = within(await screen.findByRole('alertdialog'));
  expect(dialog.getByRole('button', { name: 'Saving…' })).toHaveAttribute('aria-disabled', 'true');
  answer();
  expect(await screen.findByRole('heading', { level: 1, name: 'Usage' })).toBeVisible();
  expect(memory.state.user.name).toBe('Ada Lovelace II');
});
