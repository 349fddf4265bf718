import type { Meta, StoryObj } from '@storybook/react-vite';
import { guide } from '../../test/stories/guide.ts';
import { SkeletonCard } from './skeleton.tsx';

export default {
  title: 'Primitives/Skeleton card',
  component: SkeletonCard,
  parameters: guide({
    use: 'In the place of a card whose data is on its way.',
    keyboard: 'Nothing.',
    announced: 'Once, politely, what is loading.',
    does: ['Give it the height of what comes, so that nothing jumps.'],
    donts: ['Show it for what is there already.'],
  }),
} satisfies Meta<typeof SkeletonCard>;
type Story = StoryObj<typeof SkeletonCard>;

export const Plain: Story = { args: { label: 'Loading Region', height: 10 } };
export const WithFooter: Story = {
  args: { label: 'Loading Public profile', height: 16, footer: true },
};
export const OtherWhenNarrow: Story = {
  args: { label: 'Loading Usage', height: 8, narrowHeight: 16 },
};
