import type { Meta, StoryObj } from '@storybook/react-vite';
import { guide } from '../../test/stories/guide.ts';
import { Badge } from './badge.tsx';

export default {
  title: 'Primitives/Badge',
  component: Badge,
  parameters: guide({
    use: 'A short word about a thing, beside it.',
    keyboard: 'Nothing.',
    announced: 'Its word, where it stands.',
    does: ['Use one word or two.'],
    donts: ['Let the colour say what the word does not.'],
  }),
} satisfies Meta<typeof Badge>;
type Story = StoryObj<typeof Badge>;

export const Neutral: Story = { args: { tone: 'neutral', children: 'Unpaid' } };
export const Accent: Story = { args: { tone: 'accent', children: 'Primary' } };
export const Success: Story = { args: { tone: 'success', children: 'Verified' } };
export const Warning: Story = { args: { tone: 'warning', children: 'Unverified' } };
export const Danger: Story = { args: { tone: 'danger', children: 'Over quota' } };
export const LongText: Story = { args: { children: 'Noch nicht bestätigte E-Mail-Adresse' } };
