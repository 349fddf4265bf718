import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { PublicProfileCard } from '../../library/cards.tsx';
import { UsernameField } from './username-field.tsx';
import { guide } from '../../../test/stories/guide.ts';
import { act, type Acting } from '../../../test/stories/play.ts';
import { scene, server } from '../../../test/stories/scene.ts';
import * as states from '../../../test/stories/states.ts';

export default {
  title: 'Cards/Public profile',
  component: PublicProfileCard,
  subcomponents: { UsernameField },
  parameters: {
    scene: {},
    ...guide({
      use: 'Who somebody is to the people they work with: photo, display name, username, bio.',
      keyboard: 'Enter in a one-line field saves.',
      announced:
        'Whether a username is free, politely, once typing rests. Saved, politely; what went wrong, at once.',
      does: ['Let it stand first: most people come for it.'],
      donts: ['Put another field with the id `username` on the same page.'],
    }),
  },
} satisfies Meta<typeof PublicProfileCard>;
type Story = StoryObj<typeof PublicProfileCard>;

export const Full: Story = {};
export const Loading: Story = server(states.unanswered('getUser'));
export const Slow: Story = server(states.slow(2000, 'getUser'));
export const Empty: Story = server(states.newcomer);
export const LongTexts: Story = server(states.longTexts);
export const ReadOnly: Story = server(states.readOnly);
export const Failed: Story = server(states.broken('getUser'));
export const Offline: Story = scene({ offline: true });
export const Delegated: Story = server(states.delegated);
export const Leaving: Story = server(states.leaving);
export const Recorded: Story = server({ recorded: 'service' });

/** Changes something, and leaves it unsaved. */
const edit = async ({ page, user, t }: Acting) => {
  const field = await page.findByRole('textbox', { name: t('profile.name') });
  await user.clear(field);
  await user.type(field, 'Countess of Lovelace');
};
const save = async (acting: Acting) => {
  await edit(acting);
  const { page, user, t } = acting;
  await user.click(page.getByRole('button', { name: t('profile.public.save') }));
};

export const Unsaved: Story = {
  play: act(async (acting) => {
    await edit(acting);
    await expect(acting.page.getByText(acting.t('form.unsaved', { count: 1 }))).toBeVisible();
  }),
};
export const Invalid: Story = {
  play: act(async ({ page, user, t }) => {
    const field = await page.findByRole('textbox', { name: t('profile.username') });
    await user.clear(field);
    await user.type(field, 'a b');
    await user.tab();
    await expect(field).toBeInvalid();
    await expect(field).toHaveAccessibleDescription(new RegExp(t('rule.username_characters')));
  }),
};
export const Pending: Story = {
  ...server(states.unanswered('updateUser')),
  play: act(async (acting) => {
    await save(acting);
    await expect(acting.page.getByText(acting.t('form.saving'))).toBeVisible();
  }),
};
export const Saved: Story = {
  play: act(async (acting) => {
    await save(acting);
    await expect(await acting.page.findByText(acting.t('form.saved'))).toBeVisible();
  }),
};
export const NotSaved: Story = {
  ...server(states.broken('updateUser')),
  play: act(async (acting) => {
    await save(acting);
    await acting.alerted(acting.t('error.server', { status: '500' }));
  }),
};
export const Conflict: Story = {
  ...server(
    states.conflicting('updateUser', ({ state }) => {
      state.user = { ...state.user, name: 'Ada King' };
    }),
  ),
  play: act(async (acting) => {
    await save(acting);
    await expect(
      await acting.page.findByRole('dialog', { name: acting.t('conflict.title') }),
    ).toBeVisible();
  }),
};
export const UsernameTaken: Story = {
  play: act(async ({ page, user, t }) => {
    const field = await page.findByRole('textbox', { name: t('profile.username') });
    await user.clear(field);
    await user.type(field, 'grace');
    await expect(await page.findByText(t('rule.username_taken', { value: 'grace' }))).toBeVisible();
  }),
};
