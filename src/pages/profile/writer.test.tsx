import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage } from '../../../test/render-page.tsx';

const acting = { executionMode: 'delegated', actor: { id: 'sam', name: 'Sam Support' } };

/** Types into the bio as one, leaves, and answers what stands there for the other. */
async function leftBy(first: object, second: object): Promise<string> {
  const { user, unmount } = await openPage('/profile', { user: { ...first, bio: 'Stored' } });
  const bio = await screen.findByRole('textbox', { name: 'Bio' });
  await user.clear(bio);
  await user.type(bio, 'Not saved');
  unmount();
  await openPage('/profile', { user: { ...second, bio: 'Stored' } });
  return (await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Bio' })).value;
}

test('what somebody typed stands there again for the same person', async () => {
  expect(await leftBy({}, {})).toBe('Not saved');
});

test('who acts for a person does not find what the person typed', async () => {
  expect(await leftBy({}, acting)).toBe('Stored');
  expect(JSON.stringify(sessionStorage)).not.toContain('Not saved');
});

test('the person does not find what was typed by who acted', async () => {
  expect(await leftBy(acting, {})).toBe('Stored');
  expect(JSON.stringify(sessionStorage)).not.toContain('Not saved');
});
