import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { guide } from '../../test/stories/guide.ts';
import { act } from '../../test/stories/play.ts';
import { scene } from '../../test/stories/scene.ts';
import * as states from '../../test/stories/states.ts';
import { AccountGate, Guarded } from './account-gate.tsx';
import { ActingBanner } from './acting-banner.tsx';
import { App, Pages } from './app.tsx';
import { Banners } from './banners.tsx';
import { DeletionBanner } from './deletion-banner.tsx';
import { Nav, Side } from './nav.tsx';
import { End } from './end.tsx';
import SessionEnded from './session-ended.tsx';
import { Shell } from './shell.tsx';
import { LeaveQuestion } from './leave-question.tsx';
import { SessionGuard } from './session-guard.tsx';
import { UnsavedGuard } from './unsaved-guard.tsx';

export default {
  title: 'Shell/Shell',
  component: Shell,
  subcomponents: {
    AccountGate,
    ActingBanner,
    App,
    Banners,
    DeletionBanner,
    Guarded,
    Nav,
    Pages,
    End,
    SessionEnded,
    SessionGuard,
    Side,
    LeaveQuestion,
    UnsavedGuard,
  },
  // The whole app stands around these stories; the shell is what is looked at.
  args: { title: '', about: '', children: null },
  parameters: {
    scene: { page: '/profile' },
    ...guide({
      use: 'Around every page: who it is about, the way to the others, what concerns all of them.',
      keyboard: 'Skip to content comes first, then the pages, then the page itself.',
      announced: 'Navigation and main part as landmarks; banners by what they are.',
      does: ['Bring the current page into sight when the row of links scrolls.'],
      donts: ['Put two banners of the same news.'],
    }),
  },
} satisfies Meta<typeof Shell>;
type Story = StoryObj<typeof Shell>;

export const Full: Story = {};
export const Branded: Story = scene({
  page: '/usage',
  settings: { brand: { name: 'Analytical Engines', logoUrl: '/icon.svg' } },
});
export const FewPages: Story = scene({ page: '/usage', settings: { pages: ['profile', 'usage'] } });
export const Offline: Story = scene({ page: '/profile', offline: true });
export const Delegated: Story = scene({ page: '/profile', server: states.delegated });
export const ByProgram: Story = scene({ page: '/profile', server: states.serviced });
export const Leaving: Story = {
  ...scene({ page: '/profile', server: states.leaving }),
  play: act(async ({ page, user, t }) => {
    await user.click(await page.findByRole('button', { name: t('deletion.restore') }));
    await expect(await page.findByRole('button', { name: t('profile.public.save') })).toBeVisible();
  }),
};
export const LongName: Story = scene({ page: '/profile', server: states.longTexts });
export const Tabs: Story = scene({
  page: '/sessions',
  place: { kind: 'frame', navigation: 'tabs' },
});
export const NotFound: Story = scene({ page: '/no-such-page' });
export const NotOffered: Story = scene({
  page: '/usage',
  server: { can: { usage: { totals: false, history: false } } },
});
export const AccountFailed: Story = scene({
  page: '/profile',
  server: states.broken('getUser'),
});
export const Expired: Story = {
  ...scene({
    page: '/profile',
    server: states.failing({ code: 'Unauthorized', status: 401 }, 'getUser'),
    settings: { signInUrl: '/sign-in' },
  }),
  play: act(async ({ page, t }) => {
    await expect(await page.findByRole('link', { name: t('app.signIn') })).toBeVisible();
  }),
};
export const ExpiredInHost: Story = {
  ...scene({
    page: '/profile',
    server: states.failing({ code: 'Unauthorized', status: 401 }, 'getUser'),
  }),
  play: act(async ({ page, t }) => {
    await expect(await page.findByRole('button', { name: t('state.retry') })).toBeVisible();
  }),
};
export const SignedOut: Story = {
  ...scene({ page: '/sessions', settings: { signInUrl: '/sign-in' } }),
  play: act(async ({ page, user, t }) => {
    const buttons = await page.findAllByRole('button', {
      name: new RegExp(t('sessions.signOut.label', { device: '.*' })),
    });
    await user.click(buttons[0] as HTMLElement);
    await expect(await page.findByRole('heading', { name: t('signedOut.title') })).toBeVisible();
  }),
};
export const LeavingUnsaved: Story = {
  play: act(async ({ page, user, t }) => {
    await user.type(await page.findByRole('textbox', { name: t('profile.name') }), ' King');
    await user.click(page.getByRole('link', { name: t('page.usage') }));
    await expect(await page.findByRole('alertdialog', { name: t('leave.title') })).toBeVisible();
    await user.click(page.getByRole('button', { name: t('leave.stay') }));
    await expect(page.getByRole('textbox', { name: t('profile.name') })).toHaveValue(
      'Ada Lovelace King',
    );
  }),
};
