import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { RegionCard } from '../../library/cards.tsx';
import { LanguageField } from '../../form/language/language-field.tsx';
import { TimeZoneField } from '../../form/time-zone/time-zone-field.tsx';
import { TimeZonePopup } from '../../form/time-zone/time-zone-popup.tsx';
import { LanguagePopup } from '../../form/language/language-popup.tsx';
import { guide } from '../../../test/stories/guide.ts';
import { act, type Acting } from '../../../test/stories/play.ts';
import { scene, server } from '../../../test/stories/scene.ts';
import * as states from '../../../test/stories/states.ts';

export default {
  title: 'Cards/Region',
  component: RegionCard,
  subcomponents: { LanguageField, TimeZoneField, TimeZonePopup, LanguagePopup },
  parameters: {
    scene: {},
    ...guide({
      use: 'The language the page speaks, and the zone in which times are told.',
      keyboard:
        'On a field, an arrow, Enter, Space or a letter opens its list; typing searches, arrows move, Enter chooses, Escape closes.',
      announced:
        'How many languages or zones match, politely. The language changes with the page, and the confirmation is already in the new one.',
      does: ['Offer the zone of the device.'],
      donts: ['Ask for an offset: zones have summers.'],
    }),
  },
} satisfies Meta<typeof RegionCard>;
type Story = StoryObj<typeof RegionCard>;

export const Full: Story = {};
export const Loading: Story = server(states.unanswered('getUser'));
export const Slow: Story = server(states.slow(2000, 'getUser'));
export const Empty: Story = server(states.newcomer);
export const LongTexts: Story = server(states.longTexts);
export const ReadOnly: Story = server(states.readOnly);
export const Failed: Story = server(states.broken('getUser'));
export const Offline: Story = scene({ offline: true });
export const Delegated: Story = server(states.delegated);
export const Leaving: Story = server(states.leaving);
export const Recorded: Story = server({ recorded: 'service' });

/** Changes something, and leaves it unsaved. */
const edit = async ({ page, user, t }: Acting) => {
  await user.click(await page.findByRole('button', { name: t('region.timezone.use') }));
};
const save = async (acting: Acting) => {
  await edit(acting);
  const { page, user, t } = acting;
  await user.click(page.getByRole('button', { name: t('region.save') }));
};

export const Unsaved: Story = {
  ...server({ user: { timezone: 'Asia/Tokyo' } }),
  play: act(async (acting) => {
    await edit(acting);
    await expect(acting.page.getByText(acting.t('form.unsaved', { count: 1 }))).toBeVisible();
  }),
};
export const Pending: Story = {
  ...server({ user: { timezone: 'Asia/Tokyo' }, ...states.unanswered('updateUser') }),
  play: act(async (acting) => {
    await save(acting);
    await expect(acting.page.getByText(acting.t('form.saving'))).toBeVisible();
  }),
};
export const Saved: Story = {
  ...server({ user: { timezone: 'Asia/Tokyo' } }),
  play: act(async (acting) => {
    await save(acting);
    await expect(await acting.page.findByText(acting.t('form.saved'))).toBeVisible();
  }),
};
export const NotSaved: Story = {
  ...server({ user: { timezone: 'Asia/Tokyo' }, ...states.broken('updateUser') }),
  play: act(async (acting) => {
    await save(acting);
    await acting.alerted(acting.t('error.server', { status: '500' }));
  }),
};
export const Conflict: Story = {
  ...server({
    user: { timezone: 'Asia/Tokyo' },
    ...states.conflicting('updateUser', ({ state }) => {
      state.user = { ...state.user, timezone: 'America/New_York' };
    }),
  }),
  play: act(async (acting) => {
    await save(acting);
    await expect(
      await acting.page.findByRole('dialog', { name: acting.t('conflict.title') }),
    ).toBeVisible();
  }),
};
export const UnknownValues: Story = server({ user: { timezone: 'Mars/Olympus', locale: 'text' } });
export const Choosing: Story = {
  play: act(async ({ page, user, t }) => {
    await user.click(await page.findByRole('button', { name: new RegExp(t('region.timezone')) }));
    const search = await page.findByRole('combobox', { name: t('region.timezone.search') });
    await user.type(search, 'tokyo');
    await expect(await page.findByRole('option', { name: /Tokyo/ })).toBeVisible();
  }),
};
