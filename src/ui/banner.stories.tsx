import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { Button } from './button.tsx';
import { guide } from '../../test/stories/guide.ts';
import { Banner } from './banner.tsx';

export default {
  title: 'Primitives/Banner',
  component: Banner,
  parameters: guide({
    use: 'One line that concerns a page or a card as a whole.',
    keyboard: 'Its button, if it has one.',
    announced: 'With `alert` at once, with `status` when there is time, else where it stands.',
    does: ['Say what happened and what to do.'],
    donts: ['Put two banners where one will do.'],
  }),
} satisfies Meta<typeof Banner>;
type Story = StoryObj<typeof Banner>;

export const Neutral: Story = {
  args: { tone: 'neutral', children: 'You are offline. What you type is kept.' },
};
export const Accent: Story = {
  args: { tone: 'accent', children: 'You are offline. What you type is kept.' },
};
export const Success: Story = {
  args: { tone: 'success', children: 'You are offline. What you type is kept.' },
};
export const Warning: Story = {
  args: { tone: 'warning', children: 'You are offline. What you type is kept.' },
};
export const Danger: Story = {
  args: { tone: 'danger', children: 'You are offline. What you type is kept.' },
};
export const WithAction: Story = {
  args: {
    tone: 'danger',
    role: 'alert',
    children: 'This page could not be loaded.',
    action: <Button onClick={fn()}>Retry</Button>,
  },
};
export const LongText: Story = {
  args: {
    tone: 'warning',
    children: 'Dieses Konto wird am 29. November 2026 endgültig gelöscht. '.repeat(4),
    action: <Button>Konto wiederherstellen</Button>,
  },
};
