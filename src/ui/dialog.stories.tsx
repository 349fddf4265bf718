import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { Button } from './button.tsx';
import { guide } from '../../test/stories/guide.ts';
import { Dialog } from './dialog.tsx';

export default {
  title: 'Dialogs/Dialog',
  component: Dialog,
  args: {
    open: true,
    title: 'Leave without saving?',
    children: <p>One card has changes that are not saved.</p>,
    actions: (
      <>
        <Button data-autofocus>Keep editing</Button>
        <Button variant="danger">Discard and leave</Button>
      </>
    ),
    onClose: fn(),
  },
  parameters: guide({
    use: 'To ask before something is done, or to have something chosen.',
    keyboard: 'The focus stays inside and goes back to where it was; Escape is the safe answer.',
    announced: 'Its title and text, as it opens.',
    does: ['Put the safe button first, with the focus.'],
    donts: ['Open one without being asked.'],
  }),
} satisfies Meta<typeof Dialog>;
type Story = StoryObj<typeof Dialog>;

/** What the browser makes of Escape: no script can press it. */
const escape = () =>
  document.querySelector('dialog')?.dispatchEvent(new Event('cancel', { cancelable: true }));

export const Plain: Story = {
  play: async ({ args }) => {
    const page = within(document.body);
    const dialog = await page.findByRole('dialog', { name: 'Leave without saving?' });
    await expect(dialog).toBeVisible();
    await expect(page.getByRole('button', { name: 'Keep editing' })).toHaveFocus();
    escape();
    await expect(args.onClose).toHaveBeenCalled();
  },
};
export const Alert: Story = { args: { alert: true } };
/** While something is under way it stays. */
export const Busy: Story = {
  args: { alert: true, busy: true },
  play: async ({ args }) => {
    escape();
    await expect(args.onClose).not.toHaveBeenCalled();
  },
};
export const LongText: Story = {
  args: {
    title: 'Möchten Sie diese Seite wirklich verlassen, ohne die Änderungen zu speichern?',
    children: <p>{'Sehr viel Text. '.repeat(120)}</p>,
  },
};
