import type { Meta, StoryObj } from '@storybook/react-vite';
import { LinkedAccountsCard } from '../../library/cards.tsx';
import { guide } from '../../../test/stories/guide.ts';
import { scene, server } from '../../../test/stories/scene.ts';
import * as states from '../../../test/stories/states.ts';

export default {
  title: 'Cards/Linked accounts',
  component: LinkedAccountsCard,
  parameters: {
    scene: {},
    ...guide({
      use: 'What else somebody can sign in with.',
      keyboard: 'Nothing to press.',
      announced: 'A list, with its length.',
      does: ['Leave it out where there is nothing.'],
      donts: ['Show a provider’s logo without its name.'],
    }),
  },
} satisfies Meta<typeof LinkedAccountsCard>;
type Story = StoryObj<typeof LinkedAccountsCard>;

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
