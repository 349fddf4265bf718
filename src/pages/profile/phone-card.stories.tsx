import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { PhoneCard } from '../../library/cards.tsx';
import { guide } from '../../../test/stories/guide.ts';
import { act, type Acting } from '../../../test/stories/play.ts';
import { scene, server } from '../../../test/stories/scene.ts';
import * as states from '../../../test/stories/states.ts';

export default {
  title: 'Cards/Phone numbers',
  component: PhoneCard,
  parameters: {
    scene: {},
    ...guide({
      use: 'By which numbers somebody is reached.',
      keyboard: 'Nothing of its own.',
      announced: 'How a number will be stored, as the description of the field.',
      does: ['Take a number in any formatting.'],
      donts: ['Ask for the country apart from the number.'],
    }),
  },
} satisfies Meta<typeof PhoneCard>;
type Story = StoryObj<typeof PhoneCard>;

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
  const field = await page.findByRole('textbox', { name: t('profile.phone.field') });
  await user.clear(field);
  await user.type(field, '+44 20 7946 0999');
};
const save = async (acting: Acting) => {
  await edit(acting);
  const { page, user, t } = acting;
  await user.click(page.getByRole('button', { name: t('profile.phone.save') }));
};

export const Unsaved: Story = {
  play: act(async (acting) => {
    await edit(acting);
    await expect(acting.page.getByText(acting.t('form.unsaved', { count: 1 }))).toBeVisible();
  }),
};
export const Invalid: Story = {
  play: act(async ({ page, user, t }) => {
    const field = await page.findByRole('textbox', { name: t('profile.phone.field') });
    await user.clear(field);
    await user.type(field, '12');
    await user.tab();
    await expect(field).toBeInvalid();
    await expect(field).toHaveAccessibleDescription(
      new RegExp(t('rule.phone_number_digits', { min: 7, max: 15 })),
    );
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
      state.user = { ...state.user, phoneNumber: '+442079460777' };
    }),
  ),
  play: act(async (acting) => {
    await save(acting);
    await expect(
      await acting.page.findByRole('dialog', { name: acting.t('conflict.title') }),
    ).toBeVisible();
  }),
};
