import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect } from 'storybook/test';
import { guide } from '../../test/stories/guide.ts';
import { act } from '../../test/stories/play.ts';
import { createMemoryClient } from '../client/memory.ts';
import { AccountSettings, type AccountSettingsProps } from './account-settings.tsx';

/** A client for as long as the story is shown. */
function WithAccount(props: Partial<AccountSettingsProps>) {
  const [{ client }] = useState(() => createMemoryClient());
  return <AccountSettings client={client} {...props} />;
}

export default {
  title: 'Pages/All, as a component',
  component: AccountSettings,
  args: { client: undefined as never },
  render: ({ navigation, defaultPage }, { globals }) => (
    <WithAccount
      locale={String(globals['locale'])}
      theme={globals['theme']}
      navigation={navigation}
      defaultPage={defaultPage}
    />
  ),
  parameters: guide({
    use: 'All pages inside a React app, with its router and its styles left alone.',
    keyboard: 'As each page.',
    announced: 'As each page.',
    does: ['Keep one on a page.'],
    donts: ['Put a second `main` around it: it has none of its own.'],
  }),
} satisfies Meta<typeof AccountSettings>;
type Story = StoryObj<typeof AccountSettings>;

export const Full: Story = {};
export const Tabs: Story = { args: { navigation: 'tabs', defaultPage: 'usage' } };
export const NoNavigation: Story = { args: { navigation: 'none', defaultPage: 'sessions' } };
export const GoingElsewhere: Story = {
  play: act(async ({ page, user, t }) => {
    await user.click(await page.findByRole('link', { name: t('page.usage') }));
    await expect(await page.findByRole('heading', { name: t('page.usage') })).toBeVisible();
  }),
};
