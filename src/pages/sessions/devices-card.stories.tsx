import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { DevicesCard } from '../../library/cards.tsx';
import { SessionList } from './session-list.tsx';
import { SessionRow } from './session-row.tsx';
import { SessionRows } from './session-rows.tsx';
import { RowList } from './row-list.tsx';
import { WindowedRows } from './windowed-rows.tsx';
import { MoreRows } from './more-rows.tsx';
import { OtherDevicesCard } from './other-devices-card.tsx';
import { SignOutOthers } from './sign-out-others.tsx';
import { guide } from '../../../test/stories/guide.ts';
import { act, type Acting } from '../../../test/stories/play.ts';
import { scene, server } from '../../../test/stories/scene.ts';
import * as states from '../../../test/stories/states.ts';

export default {
  title: 'Cards/Devices',
  component: DevicesCard,
  subcomponents: {
    SessionList,
    SessionRow,
    SessionRows,
    RowList,
    WindowedRows,
    MoreRows,
    OtherDevicesCard,
    SignOutOthers,
  },
  parameters: {
    scene: {},
    ...guide({
      use: 'Where the account is signed in, and how to end that.',
      keyboard:
        'Each device has its own button, named with the device; focus goes on to the next one when a device is gone.',
      announced:
        'That a device was signed out, politely; that it was not, at once and at the device.',
      does: ['Name this device first.'],
      donts: ['Show an address as “IP ()”.'],
    }),
  },
} satisfies Meta<typeof DevicesCard>;
type Story = StoryObj<typeof DevicesCard>;

export const Full: Story = {};
export const Loading: Story = server(states.unanswered('listSessions'));
export const Slow: Story = server(states.slow(2000, 'listSessions'));
export const Empty: Story = server(states.newcomer);
export const LongTexts: Story = server(states.longTexts);
export const Failed: Story = server(states.broken('listSessions'));
export const Offline: Story = scene({ offline: true });
export const Delegated: Story = server(states.delegated);
export const Leaving: Story = server(states.leaving);
export const Recorded: Story = server({ recorded: 'service' });

const signOutFirst = async ({ page, user, t }: Acting) => {
  const device = t('sessions.title', { browser: 'Safari', device: "Ada's iPhone" });
  const button = await page.findByRole('button', { name: t('sessions.signOut.label', { device }) });
  await user.click(button);
};

export const Pending: Story = {
  ...server(states.unanswered('revokeSession')),
  play: act(async (acting) => {
    await signOutFirst(acting);
    await expect(await acting.page.findByText(acting.t('sessions.signingOut'))).toBeVisible();
  }),
};
export const SignedOut: Story = {
  play: act(async (acting) => {
    await signOutFirst(acting);
    await expect(await acting.page.findByText(acting.t('sessions.isSignedOut'))).toBeVisible();
  }),
};
export const NotSignedOut: Story = {
  ...server(states.broken('revokeSession')),
  play: act(async (acting) => {
    await signOutFirst(acting);
    await acting.alerted();
  }),
};
export const Asking: Story = {
  play: act(async ({ page, user, t }) => {
    await user.click(
      await page.findByRole('button', { name: t('sessions.others.signOut', { count: 4 }) }),
    );
    await expect(await page.findByRole('alertdialog')).toBeVisible();
  }),
};
export const CountedOnly: Story = server({ can: { sessions: { list: false } } });
export const NotRevocable: Story = server({
  can: { sessions: { revoke: false, revokeOthers: false } },
});
export const TenThousand: Story = server({
  sessions: Array.from({ length: 10_000 }, (_, index) => ({
    id: `s${index}`,
    current: index === 0,
    type: 'web' as const,
    deviceName: `Device ${index}`,
    active: true,
    createdAt: '2024-04-29T10:10:37.101Z',
    lastActive: '2024-04-29T10:10:37.101Z',
  })),
});
