import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { SchedulingCard } from '../../library/cards.tsx';
import { guide } from '../../../test/stories/guide.ts';
import { act, type Acting } from '../../../test/stories/play.ts';
import { scene, server } from '../../../test/stories/scene.ts';
import * as states from '../../../test/stories/states.ts';

export default {
  title: 'Cards/Scheduling',
  component: SchedulingCard,
  parameters: {
    scene: {},
    ...guide({
      use: 'The zone in which things are planned, where it is not the one somebody lives in.',
      keyboard: 'As every picker.',
      announced: 'As every picker.',
      does: ['Offer the zone of the profile, and mean it: it follows.'],
      donts: ['Copy the zone of the profile.'],
    }),
  },
} satisfies Meta<typeof SchedulingCard>;
type Story = StoryObj<typeof SchedulingCard>;

export const Full: Story = {};
export const Loading: Story = server(states.unanswered('getPreferences'));
export const Slow: Story = server(states.slow(2000, 'getPreferences'));
export const Empty: Story = server(states.newcomer);
export const ReadOnly: Story = server(states.readOnly);
export const Failed: Story = server(states.broken('getPreferences'));
export const Offline: Story = scene({ offline: true });
export const Delegated: Story = server(states.delegated);
export const Leaving: Story = server(states.leaving);
export const Recorded: Story = server({ recorded: 'service' });

/** Changes something, and leaves it unsaved. */
const edit = async ({ page, user, t }: Acting) => {
  await user.click(await page.findByRole('button', { name: t('region.timezone.use') }));
};
const save = async (acting: Acting) => {
  await edit(acting);
  const { page, user, t } = acting;
  await user.click(page.getByRole('button', { name: t('preferences.scheduling.save') }));
};

export const Unsaved: Story = {
  ...server({ preferences: { timezone: 'Asia/Tokyo' } }),
  play: act(async (acting) => {
    await edit(acting);
    await expect(acting.page.getByText(acting.t('form.unsaved', { count: 1 }))).toBeVisible();
  }),
};
export const Pending: Story = {
  ...server({ preferences: { timezone: 'Asia/Tokyo' }, ...states.unanswered('updatePreferences') }),
  play: act(async (acting) => {
    await save(acting);
    await expect(acting.page.getByText(acting.t('form.saving'))).toBeVisible();
  }),
};
export const Saved: Story = {
  ...server({ preferences: { timezone: 'Asia/Tokyo' } }),
  play: act(async (acting) => {
    await save(acting);
    await expect(await acting.page.findByText(acting.t('form.saved'))).toBeVisible();
  }),
};
export const NotSaved: Story = {
  ...server({ preferences: { timezone: 'Asia/Tokyo' }, ...states.broken('updatePreferences') }),
  play: act(async (acting) => {
    await save(acting);
    await acting.alerted(acting.t('error.server', { status: '500' }));
  }),
};
export const Conflict: Story = {
  ...server({
    preferences: { timezone: 'Asia/Tokyo' },
    ...states.conflicting('updatePreferences', ({ state }) => {
      state.preferences = { ...state.preferences, timezone: 'America/New_York' };
    }),
  }),
  play: act(async (acting) => {
    await save(acting);
    await expect(
      await acting.page.findByRole('dialog', { name: acting.t('conflict.title') }),
    ).toBeVisible();
  }),
};
