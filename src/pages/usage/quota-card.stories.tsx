import type { Meta, StoryObj } from '@storybook/react-vite';
import { QuotaCard } from '../../library/cards.tsx';
import { QuotaFacts } from './quota-facts.tsx';
import { QuotaFigures } from './quota-figures.tsx';
import { QuotaNote } from './quota-note.tsx';
import { guide } from '../../../test/stories/guide.ts';
import { scene, server } from '../../../test/stories/scene.ts';
import * as states from '../../../test/stories/states.ts';

export default {
  title: 'Cards/Quota',
  component: QuotaCard,
  subcomponents: { QuotaFacts, QuotaFigures, QuotaNote },
  parameters: {
    scene: {},
    ...guide({
      use: 'How much of the quota is used, when it resets, and what is left.',
      keyboard: 'Nothing to press.',
      announced: 'The meter by its words: used of quota.',
      does: ['Say in words what the bar shows.'],
      donts: ['Let colour alone say that somebody is over.'],
    }),
  },
} satisfies Meta<typeof QuotaCard>;
type Story = StoryObj<typeof QuotaCard>;

export const Full: Story = {};
export const Loading: Story = server(states.unanswered('getUsage'));
export const Slow: Story = server(states.slow(2000, 'getUsage'));
export const Empty: Story = server(states.newcomer);
export const LongTexts: Story = server(states.longTexts);
export const Failed: Story = server(states.broken('getUsage'));
export const Offline: Story = scene({ offline: true });
export const Delegated: Story = server(states.delegated);
export const Leaving: Story = server(states.leaving);
export const Recorded: Story = server({ recorded: 'service' });
export const Unlimited: Story = server({
  usage: { tokenQuota: null },
});
/** The backend says neither whether there is a quota nor what was paid for. */
export const UnknownQuota: Story = server({
  usage: { tokenQuota: undefined, paidTokenBalance: undefined },
});
/** It says how much there is, and not how much of it is used. */
export const UnknownUse: Story = server({ usage: { monthlyTokenUsage: undefined } });
export const OverQuota: Story = server({
  usage: {
    monthlyTokenUsage: 300_000,
    tokenQuota: 250_000,
    monthlyRemaining: 0,
    usagePercentage: 120,
    paidTokenBalance: 0,
    totalAvailable: 0,
  },
});
export const Ending: Story = server({
  usage: { subscriptionStatus: 'past_due', subscriptionCancelAt: '2030-01-01T00:00:00.000Z' },
});
export const Unavailable: Story = server({ can: { usage: { totals: false } } });
