import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { guide } from '../../test/stories/guide.ts';
import { Button, ButtonLink } from './button.tsx';

export default {
  title: 'Primitives/Button',
  component: Button,
  subcomponents: { ButtonLink },
  args: { onClick: fn() },
  parameters: guide({
    use: 'To do something. What leads elsewhere is a ButtonLink.',
    keyboard: 'Enter and Space press it.',
    announced: 'Its words. Switched off it keeps the focus and says so.',
    does: ['Use one primary button in a card.', 'Begin with a verb.'],
    donts: [
      'Take a button away that somebody has just pressed.',
      'Use danger for what can be taken back.',
    ],
  }),
} satisfies Meta<typeof Button>;
type Story = StoryObj<typeof Button>;

export const Secondary: Story = { args: { children: 'Discard' } };
export const Primary: Story = { args: { variant: 'primary', children: 'Save profile' } };
export const Ghost: Story = { args: { variant: 'ghost', children: 'Discard' } };
export const Danger: Story = { args: { variant: 'danger', children: 'Delete account' } };
export const DangerOutline: Story = {
  args: { variant: 'dangerOutline', children: 'Delete account…' },
};
export const LongText: Story = {
  args: { variant: 'primary', children: 'Benachrichtigungseinstellungen speichern '.repeat(3) },
};
export const AsLink: Story = {
  render: () => (
    <ButtonLink href="#elsewhere" variant="primary">
      Sign in
    </ButtonLink>
  ),
};
/** Saving has begun: the button says so, does nothing, and keeps the focus. */
export const SwitchedOff: Story = {
  args: { variant: 'primary', disabled: true, children: 'Saving…' },
  play: async ({ canvas, args }) => {
    const button = canvas.getByRole('button');
    button.focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.click(button);
    await expect(args.onClick).not.toHaveBeenCalled();
    await expect(button).toHaveFocus();
    await expect(button).toHaveAttribute('aria-disabled', 'true');
  },
};
export const PressedByKeyboard: Story = {
  args: { children: 'Try again' },
  play: async ({ canvas, args }) => {
    canvas.getByRole('button').focus();
    await userEvent.keyboard('{Enter} ');
    await expect(args.onClick).toHaveBeenCalledTimes(2);
  },
};
