import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { SocialLinksCard } from '../../library/cards.tsx';
import { guide } from '../../../test/stories/guide.ts';
import { act, type Acting } from '../../../test/stories/play.ts';
import { scene, server } from '../../../test/stories/scene.ts';
import * as states from '../../../test/stories/states.ts';

export default {
  title: 'Cards/Social links',
  component: SocialLinksCard,
  parameters: {
    scene: {},
    ...guide({
      use: 'Handles on other networks.',
      keyboard: 'Enter in a field saves.',
      announced: 'Saved, politely; what went wrong, at once.',
      does: ['Show the part of the address that is always the same.'],
      donts: ['Ask for an address where a handle will do.'],
    }),
  },
} satisfies Meta<typeof SocialLinksCard>;
type Story = StoryObj<typeof SocialLinksCard>;

export const Full: Story = {};
export const Loading: Story = server(states.unanswered('getPreferences'));
export const Slow: Story = server(states.slow(2000, 'getPreferences'));
export const Empty: Story = server(states.newcomer);
export const LongTexts: Story = server(states.longTexts);
export const ReadOnly: Story = server(states.readOnly);
export const Failed: Story = server(states.broken('getPreferences'));
export const Offline: Story = scene({ offline: true });
export const Delegated: Story = server(states.delegated);
export const Leaving: Story = server(states.leaving);
export const Recorded: Story = server({ recorded: 'service' });

/** Changes something, and leaves it unsaved. */
const edit = async ({ page, user, t }: Acting) => {
  const field = await page.findByRole('textbox', { name: t('preferences.twitter') });
  await user.clear(field);
  await user.type(field, 'countess');
};
const save = async (acting: Acting) => {
  await edit(acting);
  const { page, user, t } = acting;
  await user.click(page.getByRole('button', { name: t('preferences.socials.save') }));
};

export const Unsaved: Story = {
  play: act(async (acting) => {
    await edit(acting);
    await expect(acting.page.getByText(acting.t('form.unsaved', { count: 1 }))).toBeVisible();
  }),
};
export const Invalid: Story = {
  play: act(async ({ page, user, t }) => {
    const field = await page.findByRole('textbox', { name: t('preferences.twitter') });
    await user.clear(field);
    await user.type(field, 'a b');
    await user.tab();
    await expect(field).toBeInvalid();
    await expect(field).toHaveAccessibleDescription(
      new RegExp(t('rule.social_invalid', { max: 100 })),
    );
  }),
};
export const Pending: Story = {
  ...server(states.unanswered('updatePreferences')),
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
  ...server(states.broken('updatePreferences')),
  play: act(async (acting) => {
    await save(acting);
    await acting.alerted(acting.t('error.server', { status: '500' }));
  }),
};
export const Conflict: Story = {
  ...server(
    states.conflicting('updatePreferences', ({ state }) => {
      state.preferences = {
        ...state.preferences,
        socials: { ...state.preferences.socials, twitter: 'elsewhere' },
      };
    }),
  ),
  play: act(async (acting) => {
    await save(acting);
    await expect(
      await acting.page.findByRole('dialog', { name: acting.t('conflict.title') }),
    ).toBeVisible();
  }),
};
