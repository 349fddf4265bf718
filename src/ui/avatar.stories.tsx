import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { guide } from '../../test/stories/guide.ts';
import { Avatar } from './avatar.tsx';

export default {
  title: 'Primitives/Avatar',
  component: Avatar,
  parameters: guide({
    use: 'A person’s picture beside their name.',
    keyboard: 'Nothing.',
    announced: 'Nothing: the name beside it says it all.',
    does: ['Let the name stand beside it.'],
    donts: ['Use it as a button.'],
  }),
} satisfies Meta<typeof Avatar>;
type Story = StoryObj<typeof Avatar>;

export const Initials: Story = { args: { name: 'Ada Lovelace', size: 'large' } };
export const Small: Story = { args: { name: 'Ada Lovelace', size: 'small' } };
export const OneWord: Story = { args: { name: 'Zoë', size: 'large' } };
export const OtherScripts: Story = { args: { name: '王 小明', size: 'large' } };
export const Picture: Story = { args: { name: 'Ada', src: '/icon.svg', size: 'large' } };
/** Initials stand in for what does not load. */
export const Broken: Story = {
  args: { name: 'Ada Lovelace', src: '/no-such-picture.png', size: 'large' },
  play: async ({ canvas }) => expect(await canvas.findByText('AL')).toBeVisible(),
};
