import type { Meta, StoryObj } from '@storybook/react-vite';
import { act } from '../../test/stories/play.ts';
import { guide } from '../../test/stories/guide.ts';
import { AccountProvider } from '../data/account.tsx';
import { Card, CardBody } from '../ui/card.tsx';
import { CardBoundary } from './card-boundary.tsx';

const account = {
  value: {
    id: 'id',
    name: 'Ada',
    emails: [],
    phoneNumbers: [],
    identities: [],
    badges: [],
  },
  etag: undefined,
};

export default {
  title: 'Primitives/Card boundary',
  component: CardBoundary,
  args: { titleId: 'region.title', children: null },
  decorators: [
    (Story) => (
      <AccountProvider account={account}>
        <Story />
      </AccountProvider>
    ),
  ],
  parameters: guide({
    use: 'Around each card of a page, so that one which cannot be shown leaves the others.',
    keyboard: 'Retry, where the card was.',
    announced: 'That the card cannot be shown, at once.',
    does: ['Stand around one card alone.'],
    donts: ['Hide that something is missing.'],
  }),
} satisfies Meta<typeof CardBoundary>;
type Story = StoryObj<typeof CardBoundary>;

function Broken(): never {
  throw new Error('This card cannot be shown.');
}

export const Shown: Story = {
  args: {
    children: (
      <Card title="Region">
        <CardBody>A card.</CardBody>
      </Card>
    ),
  },
};
export const Failed: Story = {
  args: { children: <Broken /> },
  play: act(async ({ alerted, t }) => alerted(t('error.BadAnswer'))),
};
