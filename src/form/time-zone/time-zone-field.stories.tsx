import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { act } from '../../../test/stories/play.ts';
import { FormHarness } from '../../../test/stories/form-harness.tsx';
import { guide } from '../../../test/stories/guide.ts';
import { TimeZoneField } from './time-zone-field.tsx';

export default {
  title: 'Form/Time zone',
  component: TimeZoneField,
  args: {
    name: 'timezone',
    label: 'Time zone',
    emptyLabel: 'Not set',
    clearable: true,
    card: undefined as never,
  },
  render: (args) => (
    <FormHarness id="timezone" value={given(args)}>
      {(card) => <TimeZoneField {...args} card={card} />}
    </FormHarness>
  ),
  parameters: guide({
    use: 'A time zone, by city, region, country or its code, name of its time, identifier or offset.',
    keyboard: 'That of the picker.',
    announced: 'That of the picker.',
    does: ['Show the time that it is there now.'],
    donts: ['Change a stored value that is not known.'],
  }),
} satisfies Meta<typeof TimeZoneField>;
type Story = StoryObj<typeof TimeZoneField>;

/** What is chosen at first. */
const given = ({ emptyLabel }: { emptyLabel: string }) => {
  if (emptyLabel === 'Unknown') return 'Mars/Olympus';
  return emptyLabel === 'Not set' ? 'Asia/Tokyo' : '';
};

export const Full: Story = {};
export const Empty: Story = { args: { emptyLabel: 'Same as profile', emptyZone: 'Europe/London' } };
export const Unknown: Story = { args: { emptyLabel: 'Unknown' } };
export const OfTheDevice: Story = {
  play: act(async ({ page, user, t }) => {
    await user.click(page.getByRole('button', { name: t('region.timezone.use') }));
    await expect(page.getByRole('button', { name: /Time zone/ })).toHaveFocus();
    await expect(page.queryByText('Tokyo')).toBeNull();
  }),
};
export const Choosing: Story = {
  play: act(async ({ page, user }) => {
    page.getByRole('button', { name: /Time zone/ }).focus();
    await user.keyboard('{Enter}');
    await user.type(await page.findByRole('combobox'), 'kathmandu');
    await expect(await page.findByRole('option', { name: /Kathmandu/ })).toBeVisible();
  }),
};
export const NothingFound: Story = {
  play: act(async ({ page, user, t }) => {
    await user.click(page.getByRole('button', { name: /Time zone/ }));
    await user.type(await page.findByRole('combobox'), 'qqqq');
    await expect(await page.findByText(t('region.none', { query: 'qqqq' }))).toBeVisible();
  }),
};
