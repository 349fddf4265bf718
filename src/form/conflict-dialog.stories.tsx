import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { act } from '../../test/stories/play.ts';
import { guide } from '../../test/stories/guide.ts';
import ConflictDialog from './conflict-dialog.tsx';

export default {
  title: 'Dialogs/Conflict',
  component: ConflictDialog,
  args: {
    clashes: [{ field: 'Display name', mine: 'Ada', theirs: 'Countess' }],
    labelOf: (field) => field,
    display: (_, text) => text,
    onKeepEditing: fn(),
    onResolve: fn(),
  },
  parameters: guide({
    use: 'When the same field was changed here and elsewhere.',
    keyboard: 'Arrow keys choose a side; Escape goes back to the form.',
    announced: 'A dialog by its title; each field is a group of two.',
    does: ['Show both texts in full.'],
    donts: ['Choose for the person.'],
  }),
} satisfies Meta<typeof ConflictDialog>;
type Story = StoryObj<typeof ConflictDialog>;

export const OneField: Story = {
  play: act(async ({ page, user, t }) => {
    await user.click(await page.findByRole('radio', { name: new RegExp(t('conflict.theirs')) }));
    await user.click(page.getByRole('button', { name: t('conflict.save') }));
  }),
};
export const ManyFields: Story = {
  args: {
    clashes: [
      { field: 'Display name', mine: 'Ada', theirs: 'Countess' },
      { field: 'Bio', mine: '', theirs: 'A very long life. '.repeat(30) },
      { field: 'Username', mine: 'a'.repeat(30), theirs: 'b'.repeat(30) },
    ],
  },
};
