import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { DailyUsageCard } from '../../library/cards.tsx';
import { DailyChart } from './daily-chart.tsx';
import { DailyTable } from './daily-table.tsx';
import { ChartAxis, ChartLabels } from './chart-scales.tsx';
import { guide } from '../../../test/stories/guide.ts';
import { act } from '../../../test/stories/play.ts';
import { scene, server } from '../../../test/stories/scene.ts';
import * as states from '../../../test/stories/states.ts';

export default {
  title: 'Cards/Daily usage',
  component: DailyUsageCard,
  subcomponents: { DailyChart, DailyTable, ChartAxis, ChartLabels },
  parameters: {
    scene: {},
    ...guide({
      use: 'Use by day in the person’s zone, with a forecast.',
      keyboard:
        'In the chart arrows go from day to day, Home and End to the ends; the table has the same figures.',
      announced: 'The day, the tokens and what kind of figure it is, as the arrows move.',
      does: ['Offer the table and the file.'],
      donts: ['Draw what is not known.'],
    }),
  },
} satisfies Meta<typeof DailyUsageCard>;
type Story = StoryObj<typeof DailyUsageCard>;

export const Full: Story = {};
export const Loading: Story = server(states.unanswered('getUsageHistory'));
export const Slow: Story = server(states.slow(2000, 'getUsageHistory'));
export const Empty: Story = server(states.newcomer);
export const Failed: Story = server(states.broken('getUsageHistory'));
export const Offline: Story = scene({ offline: true });
export const Delegated: Story = server(states.delegated);
export const Leaving: Story = server(states.leaving);
export const Recorded: Story = server({ recorded: 'service' });
export const AsTable: Story = {
  play: act(async ({ page, user, t }) => {
    await user.click(await page.findByRole('button', { name: t('usage.asTable') }));
    await expect(await page.findByRole('table')).toBeVisible();
  }),
};
export const ByKeyboard: Story = {
  play: act(async ({ page, user }) => {
    const chart = await page.findByRole('slider');
    chart.focus();
    const before = chart.getAttribute('aria-valuetext');
    await user.keyboard('{ArrowLeft}');
    await expect(chart.getAttribute('aria-valuetext')).not.toBe(before);
  }),
};
export const Unavailable: Story = server({ can: { usage: { history: false } } });
