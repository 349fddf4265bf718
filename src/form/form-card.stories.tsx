import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { act } from '../../test/stories/play.ts';
import { FormHarness } from '../../test/stories/form-harness.tsx';
import { TextField } from './text-field.tsx';
import type { CardForm } from './use-card-form.ts';
import { guide } from '../../test/stories/guide.ts';
import { FormCard } from './form-card.tsx';

export default {
  title: 'Form/Form card',
  component: FormCard,
  args: { title: '', saveLabel: '', labels: {}, card: undefined as never, children: null },
  render: () => (
    <FormHarness id="name" value="Ada">
      {form}
    </FormHarness>
  ),
  parameters: guide({
    use: 'A card with one form: text fields that save on Save.',
    keyboard: 'Enter in a one-line field saves.',
    announced:
      'What is unsaved, saving and saved, politely; what failed, at once; the focus goes to the first wrong field.',
    does: ['Switch Save off while nothing has changed.'],
    donts: ['Put switches that hold at once into it.'],
  }),
} satisfies Meta<typeof FormCard>;
type Story = StoryObj<typeof FormCard>;

export const Clean: Story = {};
export const Unsaved: Story = {
  play: act(async ({ page, user, t }) => {
    await user.type(page.getByRole('textbox'), ' Byron');
    await expect(page.getByText(t('form.unsaved', { count: 1 }))).toBeVisible();
    await user.click(page.getByRole('button', { name: t('form.discard') }));
    await expect(page.getByRole('textbox')).toHaveValue('Ada');
  }),
};
export const Saved: Story = {
  play: act(async ({ page, user, t }) => {
    await user.type(page.getByRole('textbox'), ' Byron{Enter}');
    await expect(await page.findByText(t('form.saved'))).toBeVisible();
  }),
};
export const Invalid: Story = {
  play: act(async ({ page, user, t }) => {
    await user.clear(page.getByRole('textbox'));
    await user.type(page.getByRole('textbox'), 'x'.repeat(101));
    await user.keyboard('{Enter}');
    await expect(page.getByRole('textbox')).toHaveFocus();
    await expect(await page.findByText(t('form.invalid', { count: 1 }))).toBeVisible();
  }),
};
export const NotSaved: Story = {
  render: () => (
    <FormHarness id="name" value="Ada" fails>
      {form}
    </FormHarness>
  ),
  play: act(async ({ page, user, t, alerted }) => {
    await user.type(page.getByRole('textbox'), ' Byron{Enter}');
    await alerted(t('error.server', { status: '500' }));
    await expect(page.getByRole('textbox')).toHaveValue('Ada Byron');
  }),
};

function form(card: CardForm<Record<string, string>>) {
  return (
    <FormCard
      card={card}
      title="Public profile"
      description="Shown to people you work with."
      saveLabel="Save profile"
      labels={{ name: 'Display name' }}
    >
      <TextField card={card} name="name" label="Display name" max={100} />
    </FormCard>
  );
}
