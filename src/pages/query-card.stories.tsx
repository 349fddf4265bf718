import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { MeError } from '../client/me-error.ts';
import type { MessageId } from '../i18n/catalogue.ts';
import type { MessageValues } from '../i18n/text.tsx';
import { act } from '../../test/stories/play.ts';
import { guide } from '../../test/stories/guide.ts';
import { Failed, FailedCard, QueryCard } from './query-card.tsx';

const idle = {
  data: undefined,
  error: null,
  fetchStatus: 'idle',
  isFetching: false,
  refetch: fn(),
} as const;

export default {
  title: 'Primitives/Query card',
  component: QueryCard,
  subcomponents: { Failed, FailedCard },
  args: { query: idle, title: 'Region', height: 10, footer: true, children: () => null },
  parameters: guide({
    use: 'A card whose data comes by itself.',
    keyboard: 'Retry keeps the focus in its place.',
    announced: 'That it loads, politely; that it failed and why, at once.',
    does: ['Let each card fail by itself.'],
    donts: ['Show an old error once there is data.'],
  }),
} satisfies Meta<typeof QueryCard>;
type Story = StoryObj<typeof QueryCard>;

const failed = (init: ConstructorParameters<typeof MeError>[0]) => ({
  query: { ...idle, error: new MeError(init) },
});
const says = (id: MessageId, values?: MessageValues) =>
  act(async ({ alerted, t, page }) => {
    await alerted(t(id, values));
    await expect(page.getByRole('button', { name: t('state.retry') })).toBeVisible();
  });

export const Loading: Story = {};
export const WithData: Story = {
  args: {
    query: { ...idle, data: 'here' },
    children: () => <p>What is there.</p>,
  },
};
export const Offline: Story = { args: { query: { ...idle, fetchStatus: 'paused' } } };
export const NetworkError: Story = {
  args: failed({ code: 'NetworkError' }),
  play: says('error.NetworkError'),
};
export const Timeout: Story = { args: failed({ code: 'Timeout' }), play: says('error.Timeout') };
export const BadAnswer: Story = {
  args: failed({ code: 'BadAnswer' }),
  play: says('error.BadAnswer'),
};
export const TokenUnavailable: Story = {
  args: failed({ code: 'TokenUnavailable' }),
  play: says('error.TokenUnavailable'),
};
export const NotSupported: Story = {
  args: failed({ code: 'NotSupported' }),
  play: says('error.NotSupported'),
};
export const Unauthorized: Story = {
  args: failed({ code: 'Unauthorized', status: 401 }),
  play: says('error.Unauthorized'),
};
export const Forbidden: Story = {
  args: failed({ code: 'Forbidden', status: 403 }),
  play: says('error.Forbidden'),
};
export const StepUpRequired: Story = {
  args: failed({ code: 'StepUpRequired', status: 403 }),
  play: says('error.StepUpRequired'),
};
export const ScheduledForDeletion: Story = {
  args: failed({ code: 'AccountScheduledForDeletion', status: 403 }),
  play: says('error.AccountScheduledForDeletion'),
};
export const NotFound: Story = {
  args: failed({ code: 'NotFound', status: 404 }),
  play: says('error.NotFound'),
};
export const PreconditionFailed: Story = {
  args: failed({ code: 'PreconditionFailed', status: 412 }),
  play: says('error.PreconditionFailed'),
};
export const TooManyRequests: Story = {
  args: failed({ code: 'TooManyRequests', status: 429, retryAfter: 30 }),
  play: says('error.TooManyRequests', { seconds: 30 }),
};
export const Refused: Story = {
  args: failed({ code: 'Teapot', status: 418 }),
  play: says('error.refused', { status: '418' }),
};
export const Server: Story = {
  args: failed({ code: 'InternalError', status: 503, reference: 'a1b2c3' }),
  play: says('error.server', { status: '503' }),
};
