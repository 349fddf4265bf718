import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { DeleteCard } from '../../library/cards.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { guide } from '../../../test/stories/guide.ts';
import { act, type Acting } from '../../../test/stories/play.ts';
import { scene, server } from '../../../test/stories/scene.ts';
import * as states from '../../../test/stories/states.ts';

export default {
  title: 'Cards/Delete account',
  component: DeleteCard,
  subcomponents: { DeleteDialog },
  parameters: {
    scene: {},
    ...guide({
      use: 'Leaving, behind a question that cannot be answered by accident.',
      keyboard:
        'The dialog opens on the safe button; Enter in its field deletes once the username stands there.',
      announced: 'The dialog by its question; a wrong text and a failure, at once.',
      does: ['Say what happens, and when it is final.'],
      donts: ['Ask for a translated phrase: the username is the same in every language.'],
    }),
  },
} satisfies Meta<typeof DeleteCard>;
type Story = StoryObj<typeof DeleteCard>;

export const Full: Story = {};
export const Loading: Story = server(states.unanswered('getUser'));
export const Slow: Story = server(states.slow(2000, 'getUser'));
export const Empty: Story = server(states.newcomer);
export const LongTexts: Story = server(states.longTexts);
export const Failed: Story = server(states.broken('getUser'));
export const Offline: Story = scene({ offline: true });
export const Delegated: Story = server(states.delegated);
export const Leaving: Story = server(states.leaving);
export const Recorded: Story = server({ recorded: 'service' });

const open = async ({ page, user, t }: Acting) => {
  await user.click(await page.findByRole('button', { name: t('danger.delete.open') }));
  return page.findByRole('alertdialog');
};
const confirm = async (acting: Acting) => {
  await open(acting);
  const { page, user, t } = acting;
  await user.type(page.getByRole('textbox'), 'ada');
  await user.click(page.getByRole('button', { name: t('danger.dialog.delete') }));
};

export const Unavailable: Story = server({ can: { deletion: { available: false } } });
export const Asking: Story = {
  play: act(async (acting) => {
    await open(acting);
    await expect(
      acting.page.getByRole('button', { name: acting.t('danger.dialog.keep') }),
    ).toHaveFocus();
  }),
};
export const WrongText: Story = {
  play: act(async (acting) => {
    await open(acting);
    await acting.user.type(acting.page.getByRole('textbox'), 'Ada{Enter}');
    await expect(acting.page.getByText(acting.t('danger.dialog.mismatch'))).toBeVisible();
  }),
};
export const Pending: Story = {
  ...server(states.unanswered('deleteUser')),
  play: act(async (acting) => {
    await confirm(acting);
    await expect(await acting.page.findByText(acting.t('danger.dialog.deleting'))).toBeVisible();
  }),
};
export const Done: Story = {
  play: act(async (acting) => {
    await confirm(acting);
    await expect(
      await acting.page.findByRole('heading', { name: acting.t('deleted.title') }),
    ).toBeVisible();
  }),
};
export const NotDone: Story = {
  ...server(states.broken('deleteUser')),
  play: act(async (acting) => {
    await confirm(acting);
    await acting.alerted();
  }),
};
export const SignInAgain: Story = {
  ...scene({
    server: states.failing({ code: 'StepUpRequired', status: 403, maxAge: 300 }, 'deleteUser'),
    settings: { signInUrl: '/sign-in' },
  }),
  play: act(async (acting) => {
    await confirm(acting);
    await expect(
      await acting.page.findByRole('link', { name: acting.t('danger.dialog.signIn') }),
    ).toBeVisible();
  }),
};
