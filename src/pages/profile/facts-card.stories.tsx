import type { Meta, StoryObj } from '@storybook/react-vite';
import { FactsCard } from '../../library/cards.tsx';
import { guide } from '../../../test/stories/guide.ts';
import { scene, server } from '../../../test/stories/scene.ts';
import * as states from '../../../test/stories/states.ts';

export default {
  title: 'Cards/About this account',
  component: FactsCard,
  parameters: {
    scene: {},
    ...guide({
      use: 'What is true of the account and cannot be changed: since when, status, badges, id.',
      keyboard: 'Copy is a button.',
      announced: 'Copied, or that copying is blocked, politely.',
      does: ['Show the id for support.'],
      donts: ['Make it look like a form.'],
    }),
  },
} satisfies Meta<typeof FactsCard>;
type Story = StoryObj<typeof FactsCard>;

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
