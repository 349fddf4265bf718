import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { ExportCard } from '../../library/cards.tsx';
import { guide } from '../../../test/stories/guide.ts';
import { act, type Acting } from '../../../test/stories/play.ts';
import { scene, server } from '../../../test/stories/scene.ts';
import * as states from '../../../test/stories/states.ts';

export default {
  title: 'Cards/Export',
  component: ExportCard,
  parameters: {
    scene: {},
    ...guide({
      use: 'All that is stored of somebody, as a file.',
      keyboard: 'A button.',
      announced: 'The name of the file, politely; why there is none, at once.',
      does: ['Put it before deletion.'],
      donts: ['Send it by mail.'],
    }),
  },
} satisfies Meta<typeof ExportCard>;
type Story = StoryObj<typeof ExportCard>;

export const Full: Story = {};
export const Loading: Story = server(states.unanswered('getUser'));
export const Slow: Story = server(states.slow(2000, 'getUser'));
export const Empty: Story = server(states.newcomer);
export const Failed: Story = server(states.broken('getUser'));
export const Offline: Story = scene({ offline: true });
export const Delegated: Story = server(states.delegated);
export const Leaving: Story = server(states.leaving);
export const Recorded: Story = server({ recorded: 'service' });

const download = async ({ page, user, t }: Acting) =>
  user.click(await page.findByRole('button', { name: t('danger.export.download') }));

export const Unavailable: Story = server({ can: { exportData: false } });
export const Pending: Story = {
  ...server(states.unanswered('exportData')),
  play: act(async (acting) => {
    await download(acting);
    await expect(await acting.page.findByText(acting.t('danger.export.pending'))).toBeVisible();
  }),
};
export const Done: Story = {
  play: act(async (acting) => {
    await download(acting);
    await expect(
      await acting.page.findByText(
        acting.t('danger.export.done', { filename: 'account-export.json' }),
      ),
    ).toBeVisible();
  }),
};
export const NotDone: Story = {
  ...server(states.broken('exportData')),
  play: act(async (acting) => {
    await download(acting);
    await acting.alerted();
  }),
};
