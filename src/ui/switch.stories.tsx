import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { guide } from '../../test/stories/guide.ts';
import { Switch } from './switch.tsx';

export default {
  title: 'Primitives/Switch',
  component: Switch,
  args: { checked: false, onChange: fn(), 'aria-label': 'Security, Email' },
  parameters: guide({
    use: 'A setting that holds at once.',
    keyboard: 'Space turns it.',
    announced: 'Its name, that it is a switch, and whether it is on.',
    does: ['Name what is on when it is on.'],
    donts: ['Use it in a form with a Save button.'],
  }),
} satisfies Meta<typeof Switch>;
type Story = StoryObj<typeof Switch>;

export const On: Story = { args: { checked: true } };
export const Off: Story = {
  play: async ({ canvas, args }) => {
    canvas.getByRole('switch').focus();
    await userEvent.keyboard(' ');
    await expect(args.onChange).toHaveBeenCalledWith(true);
  },
};
/** It can be found by keyboard and says that it stays as it is. */
export const Locked: Story = {
  args: { checked: true, disabled: true },
  play: async ({ canvas, args }) => {
    const control = canvas.getByRole('switch');
    await userEvent.click(control);
    await expect(args.onChange).not.toHaveBeenCalled();
    await expect(control).toHaveAttribute('aria-disabled', 'true');
  },
};
