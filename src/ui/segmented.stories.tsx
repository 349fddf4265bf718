import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { guide } from '../../test/stories/guide.ts';
import { Segmented } from './segmented.tsx';

export default {
  title: 'Primitives/Segmented',
  component: Segmented,
  args: {
    label: 'Theme',
    value: 'system',
    options: [
      { value: 'system', label: 'System' },
      { value: 'light', label: 'Light' },
      { value: 'dark', label: 'Dark' },
    ],
    onChange: fn(),
  },
  parameters: guide({
    use: 'One of a few, seen at a glance, that holds at once.',
    keyboard: 'Arrow keys choose.',
    announced: 'A group by its label, each choice with its place.',
    does: ['Use it for two to four short choices.'],
    donts: ['Use it where the choice needs a Save.'],
  }),
} satisfies Meta<typeof Segmented>;
type Story = StoryObj<typeof Segmented>;

export const Theme: Story = {
  play: async ({ canvas, args }) => {
    canvas.getByRole('radio', { name: 'System' }).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect(args.onChange).toHaveBeenCalledWith('light');
  },
};
export const SwitchedOff: Story = { args: { disabled: true } };
export const LongTexts: Story = {
  args: {
    options: [
      { value: 'a', label: 'Wie das Gerät eingestellt ist' },
      { value: 'b', label: 'Helles Erscheinungsbild' },
      { value: 'c', label: 'Dunkles Erscheinungsbild' },
    ],
    value: 'a',
  },
};
