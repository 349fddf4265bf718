import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { act } from '../../test/stories/play.ts';
import { FormHarness } from '../../test/stories/form-harness.tsx';
import { guide } from '../../test/stories/guide.ts';
import { TextField } from './text-field.tsx';

export default {
  title: 'Form/Text field',
  component: TextField,
  args: {
    name: 'name',
    label: 'Display name',
    hint: 'As others see it.',
    max: 100,
    card: undefined as never,
  },
  render: (args) => (
    <FormHarness id="name" value={given(args)}>
      {(card) => <TextField {...args} card={card} />}
    </FormHarness>
  ),
  parameters: guide({
    use: 'One text of a form.',
    keyboard: 'That of the browser.',
    announced: 'Label, hint or error, and how many characters there are when it is full.',
    does: ['Let handles and addresses run left to right in every language.'],
    donts: ['Check while somebody is still typing.'],
  }),
} satisfies Meta<typeof TextField>;
type Story = StoryObj<typeof TextField>;

/** What stands in the field at first. */
const given = ({ hint }: { hint?: unknown }) => (hint === 'long' ? 'Ada '.repeat(20) : 'Ada');

export const Full: Story = {
  play: act(async ({ page }) => {
    await expect(page.getByRole('textbox')).toHaveAccessibleDescription('As others see it.');
  }),
};
export const ManyLines: Story = { args: { multiline: true, hint: 'long' } };
export const WithPrefix: Story = { args: { prefix: 'x.com/', dir: 'ltr' } };
export const Success: Story = { args: { success: '✓ ada is available' } };
export const Problem: Story = {
  args: { problem: 'ada is taken. Try another one.' },
  play: act(async ({ page }) => {
    await expect(page.getByRole('textbox')).toBeInvalid();
  }),
};
export const Invalid: Story = {
  play: act(async ({ page, user, t }) => {
    await user.type(page.getByRole('textbox'), 'x'.repeat(101));
    await user.tab();
    await expect(await page.findByText(t('rule.name_length', { max: 100 }))).toBeVisible();
  }),
};
