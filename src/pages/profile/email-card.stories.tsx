import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { EmailCard } from '../../library/cards.tsx';
import { ContactList } from './contact-list.tsx';
import { guide } from '../../../test/stories/guide.ts';
import { act, type Acting } from '../../../test/stories/play.ts';
import { scene, server } from '../../../test/stories/scene.ts';
import * as states from '../../../test/stories/states.ts';

export default {
  title: 'Cards/Email addresses',
  component: EmailCard,
  subcomponents: { ContactList },
  parameters: {
    scene: {},
    ...guide({
      use: 'By which addresses somebody is reached, and which of them comes first.',
      keyboard: 'Each address has its own button, named with the address.',
      announced: 'Which address is primary now, politely.',
      does: ['Say why the last verified address stays.'],
      donts: ['Call an address wrong because it is long.'],
    }),
  },
} satisfies Meta<typeof EmailCard>;
type Story = StoryObj<typeof EmailCard>;

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
  const field = await page.findByRole('textbox', { name: t('profile.email.field') });
  await user.clear(field);
  await user.type(field, 'ada@lovelace.example');
};
const save = async (acting: Acting) => {
  await edit(acting);
  const { page, user, t } = acting;
  await user.click(page.getByRole('button', { name: t('profile.email.save') }));
};

export const Unsaved: Story = {
  play: act(async (acting) => {
    await edit(acting);
    await expect(acting.page.getByText(acting.t('form.unsaved', { count: 1 }))).toBeVisible();
  }),
};
export const Invalid: Story = {
  play: act(async ({ page, user, t }) => {
    const field = await page.findByRole('textbox', { name: t('profile.email.field') });
    await user.clear(field);
    await user.type(field, 'no address');
    await user.tab();
    await expect(field).toBeInvalid();
    await expect(field).toHaveAccessibleDescription(new RegExp(t('rule.email_invalid')));
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
      state.user = { ...state.user, email: 'other@example.org' };
    }),
  ),
  play: act(async (acting) => {
    await save(acting);
    await expect(
      await acting.page.findByRole('dialog', { name: acting.t('conflict.title') }),
    ).toBeVisible();
  }),
};
