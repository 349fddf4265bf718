import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { act } from '../../../test/stories/play.ts';
import { FormHarness } from '../../../test/stories/form-harness.tsx';
import { guide } from '../../../test/stories/guide.ts';
import { LanguageField } from './language-field.tsx';

export default {
  title: 'Form/Language',
  component: LanguageField,
  args: {
    name: 'locale',
    label: 'Language',
    emptyLabel: 'Not set',
    clearable: true,
    card: undefined as never,
  },
  render: (args) => (
    <FormHarness id="locale" value={given(args)}>
      {(card) => <LanguageField {...args} card={card} />}
    </FormHarness>
  ),
  parameters: guide({
    use: 'A language, by its own name, its name in the person’s language, or its tag.',
    keyboard: 'That of the picker.',
    announced: 'That of the picker, and when the page cannot be read in it.',
    does: ['Show each language in itself.'],
    donts: ['Show flags.'],
  }),
} satisfies Meta<typeof LanguageField>;
type Story = StoryObj<typeof LanguageField>;

/** What is chosen at first. */
const given = ({ emptyLabel }: { emptyLabel: string }) => {
  if (emptyLabel === 'Unknown') return 'text';
  return emptyLabel === 'Untranslated' ? 'ko' : 'en-GB';
};

export const Full: Story = {};
export const Unknown: Story = { args: { emptyLabel: 'Unknown' } };
export const Untranslated: Story = { args: { emptyLabel: 'Untranslated' } };
export const Choosing: Story = {
  play: act(async ({ page, user }) => {
    page.getByRole('button', { name: /Language/ }).focus();
    await user.keyboard('{Enter}');
    await user.type(await page.findByRole('combobox'), 'deutsch');
    await expect((await page.findAllByRole('option', { name: /^Deutsch/ }))[0]).toBeVisible();
    await user.keyboard('{Enter}');
    await expect(await page.findByRole('button', { name: /Deutsch/ })).toHaveFocus();
  }),
};
