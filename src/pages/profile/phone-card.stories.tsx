import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { PhoneCard } from '../../library/cards.tsx';
import { guide } from '../../../test/stories/guide.ts';
import { act, type Acting } from '../../../test/stories/play.ts';
import { scene, server } from '../../../test/stories/scene.ts';
import * as states from '../../../test/stories/states.ts';
import { CountryField } from './phone/country-field.tsx';
import { PhoneField } from './phone/phone-field.tsx';
import { PhoneForm } from './phone/phone-form.tsx';

export default {
  title: 'Cards/Phone numbers',
  component: PhoneCard,
  subcomponents: { PhoneForm, PhoneField, CountryField },
  parameters: {
    scene: {},
    ...guide({
      use: 'By which numbers somebody is reached.',
      keyboard: 'A native list of countries after the field, once the field had the focus.',
      announced: 'How a number will be stored, as the description of the field.',
      does: [
        'Take a number in any formatting, as it is dialled at home or abroad.',
        'Show what is stored, digit by digit, and in which country a number is read.',
        'Fetch the countries when somebody looks at the numbers or touches the field.',
      ],
      donts: ['Give a number that is stored without a country one by itself.'],
    }),
  },
} satisfies Meta<typeof PhoneCard>;
type Story = StoryObj<typeof PhoneCard>;

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
  const field = await page.findByRole('textbox', { name: t('profile.phone.field') });
  await user.clear(field);
  await user.type(field, '+44 20 7946 0999');
};
const save = async (acting: Acting) => {
  await edit(acting);
  const { page, user, t } = acting;
  await user.click(page.getByRole('button', { name: t('profile.phone.save') }));
};

export const Unsaved: Story = {
  play: act(async (acting) => {
    await edit(acting);
    await expect(acting.page.getByText(acting.t('form.unsaved', { count: 1 }))).toBeVisible();
  }),
};
export const Invalid: Story = {
  play: act(async ({ page, user, t }) => {
    const field = await page.findByRole('textbox', { name: t('profile.phone.field') });
    await user.clear(field);
    await user.type(field, '12');
    await user.tab();
    await expect(field).toBeInvalid();
    await expect(field).toHaveAccessibleDescription(
      new RegExp(t('rule.phone_number_digits', { min: 7, max: 15 })),
    );
  }),
};
/** Enters a number as it is dialled in the country of the account. */
const dial = async ({ page, user, t }: Acting, number: string) => {
  const field = await page.findByRole('textbox', { name: t('profile.phone.field') });
  await user.clear(field);
  await user.type(field, number);
  // In English the words of the countries come with them.
  const country = await page.findByRole('combobox');
  await expect(country).toHaveAccessibleName(t('profile.phone.country'));
  return { field, country };
};

export const National: Story = {
  play: act(async (acting) => {
    const { country } = await dial(acting, '020 7946 0999');
    await expect(country).toHaveValue('GB');
    await acting.page.findByText(acting.t('profile.phone.stored', { number: '+44 20 7946 0999' }));
  }),
};
export const AnotherCountry: Story = {
  play: act(async (acting) => {
    const { country } = await dial(acting, '030/123456');
    await acting.user.selectOptions(country, 'DE');
    await acting.page.findByText(acting.t('profile.phone.stored', { number: '+49 30 123456' }));
  }),
};
export const WrongLength: Story = {
  play: act(async (acting) => {
    const { field } = await dial(acting, '020 7946 01');
    await acting.user.tab();
    await expect(field).toBeInvalid();
    await acting.page.findByText(acting.t('profile.phone.problem.length'));
  }),
};
export const LooksIncomplete: Story = {
  play: act(async ({ page, user, t }) => {
    const field = await page.findByRole('textbox', { name: t('profile.phone.field') });
    await user.clear(field);
    await user.type(field, '+44 20 7946');
    await page.findByText('United Kingdom', { exact: false });
    await user.tab();
    await page.findByText(t('profile.phone.odd'));
    await expect(field).toBeValid();
  }),
};
export const StoredWithoutCountry: Story = {
  ...server({
    user: {
      phoneNumber: '02079460018',
      phoneNumbers: [{ id: 'p', phoneNumber: '02079460018', verified: true, primary: true }],
    },
  }),
  play: act(async ({ page, user, t }) => {
    await user.click(await page.findByRole('textbox', { name: t('profile.phone.field') }));
    const country = await page.findByRole('combobox');
    await expect(country).toHaveDisplayValue(t('profile.phone.country.none'));
  }),
};
export const NoNumber: Story = server({ user: { phoneNumber: 'PRIMARY', phoneNumbers: [] } });

export const Pending: Story = {
  ...server(states.unanswered('updateUser')),
  play: act(async (acting) => {
    await save(acting);
    await expect(acting.page.getByText(acting.t('form.saving'))).toBeVisible();
  }),
};
export const Saved: Story = {
  play: act(async (acting) => {
    await save(acting);
    await expect(await acting.page.findByText(acting.t('form.saved'))).toBeVisible();
  }),
};
export const NotSaved: Story = {
  ...server(states.broken('updateUser')),
  play: act(async (acting) => {
    await save(acting);
    await acting.alerted(acting.t('error.server', { status: '500' }));
  }),
};
export const Conflict: Story = {
  ...server(
    states.conflicting('updateUser', ({ state }) => {
      state.user = { ...state.user, phoneNumber: '+442079460777' };
    }),
  ),
  play: act(async (acting) => {
    await save(acting);
    await expect(
      await acting.page.findByRole('dialog', { name: acting.t('conflict.title') }),
    ).toBeVisible();
  }),
};
