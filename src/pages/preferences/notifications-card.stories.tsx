import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { NotificationsCard } from '../../library/cards.tsx';
import { guide } from '../../../test/stories/guide.ts';
import { act, type Acting } from '../../../test/stories/play.ts';
import { scene, server } from '../../../test/stories/scene.ts';
import * as states from '../../../test/stories/states.ts';

export default {
  title: 'Cards/Notifications',
  component: NotificationsCard,
  parameters: {
    scene: {},
    ...guide({
      use: 'What the product tells somebody of, and how.',
      keyboard: 'Space turns a switch.',
      announced:
        'Each switch by its category and channel; Saved, politely; that it was not, at once.',
      does: ['Say why the security mail stays on.'],
      donts: ['Ask for a Save: each switch holds at once.'],
    }),
  },
} satisfies Meta<typeof NotificationsCard>;
type Story = StoryObj<typeof NotificationsCard>;

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

const turn = async ({ page, user, t }: Acting) => {
  const name = t('preferences.notifications.switch', {
    category: t('preferences.category.product'),
    channel: t('preferences.channel.email'),
  });
  const control = await page.findByRole('switch', { name });
  await user.click(control);
  return control;
};

export const Pending: Story = {
  ...server(states.unanswered('updatePreferences')),
  play: act(async (acting) => expect(await turn(acting)).toBeChecked()),
};
export const Saved: Story = {
  play: act(async (acting) => {
    await turn(acting);
    await expect(await acting.page.findByText(acting.t('preferences.saved'))).toBeVisible();
  }),
};
export const NotSaved: Story = {
  ...server(states.broken('updatePreferences')),
  play: act(async (acting) => {
    const control = await turn(acting);
    const reason = acting.t('error.server', { status: '500' });
    await acting.alerted(acting.t('preferences.notSaved', { reason }));
    await expect(control).not.toBeChecked();
  }),
};
