import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { AppearanceCard } from '../../library/cards.tsx';
import { SettingText } from './setting-text.tsx';
import { guide } from '../../../test/stories/guide.ts';
import { act, type Acting } from '../../../test/stories/play.ts';
import { scene, server } from '../../../test/stories/scene.ts';
import * as states from '../../../test/stories/states.ts';

export default {
  title: 'Cards/Appearance',
  component: AppearanceCard,
  subcomponents: { SettingText },
  parameters: {
    scene: {},
    ...guide({
      use: 'Light, dark, or as the device.',
      keyboard: 'Arrow keys choose, and what is chosen holds at once.',
      announced: 'Saved, politely; that it was not, at once.',
      does: ['Show the choice before the server has answered.'],
      donts: ['Put it in a form with a Save button.'],
    }),
  },
} satisfies Meta<typeof AppearanceCard>;
type Story = StoryObj<typeof AppearanceCard>;

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

const choose = async ({ page, user, t }: Acting) =>
  user.click(await page.findByRole('radio', { name: t('preferences.theme.dark') }));

export const Pending: Story = {
  ...server(states.unanswered('updatePreferences')),
  play: act(async (acting) => {
    await choose(acting);
    await expect(
      acting.page.getByRole('radio', { name: acting.t('preferences.theme.dark') }),
    ).toBeChecked();
  }),
};
export const Saved: Story = {
  play: act(async (acting) => {
    await choose(acting);
    await expect(await acting.page.findByText(acting.t('preferences.saved'))).toBeVisible();
  }),
};
export const NotSaved: Story = {
  ...server(states.broken('updatePreferences')),
  play: act(async (acting) => {
    await choose(acting);
    const reason = acting.t('error.server', { status: '500' });
    await acting.alerted(acting.t('preferences.notSaved', { reason }));
  }),
};
