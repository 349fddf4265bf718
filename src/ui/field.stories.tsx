import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { guide } from '../../test/stories/guide.ts';
import { Field, FieldGrid, inputClass, notesId, Prefixed, ReadOnlyField } from './field.tsx';

export default {
  title: 'Primitives/Field',
  component: Field,
  subcomponents: { ReadOnlyField, FieldGrid, Prefixed },
  parameters: guide({
    use: 'A control with its label, hint, error and counter.',
    keyboard: 'That of the control.',
    announced:
      'Label as the name, hint or error as the description; an error comes with the field.',
    does: ['Say the rule as a hint before it is broken.'],
    donts: ['Show hint and error at the same time.'],
  }),
} satisfies Meta<typeof Field>;
type Story = StoryObj<typeof Field>;

const control = (id: string, more = {}) => (
  <input id={id} className={inputClass} aria-describedby={notesId(id)} {...more} />
);
export const Hint: Story = {
  args: { id: 'hint', label: 'Username', hint: '3 to 30 letters.', children: control('hint') },
  play: async ({ canvas }) => {
    await expect(canvas.getByLabelText('Username')).toHaveAccessibleDescription('3 to 30 letters.');
  },
};
export const Wrong: Story = {
  args: {
    id: 'wrong',
    label: 'Username',
    hint: '3 to 30 letters.',
    error: 'ada is taken. Try another one.',
    counter: '3 / 30',
    children: control('wrong', { 'aria-invalid': true }),
  },
  play: async ({ canvas }) => {
    const field = canvas.getByLabelText('Username');
    await expect(field).toHaveAccessibleDescription('ada is taken. Try another one.');
    await expect(canvas.queryByText('3 to 30 letters.')).toBeNull();
  },
};
export const Success: Story = {
  args: { id: 'fine', label: 'Username', success: '✓ ada is available', children: control('fine') },
};
export const WithPrefix: Story = {
  args: {
    id: 'prefixed',
    label: 'Twitter',
    children: <Prefixed prefix="x.com/">{control('prefixed')}</Prefixed>,
  },
};
export const ReadOnly: Story = {
  args: { id: 'unused', label: 'unused', children: null },
  render: () => (
    <FieldGrid>
      <ReadOnlyField label="Username">ada</ReadOnlyField>
      <ReadOnlyField label="Bio" wide note="Managed where you sign in.">
        {'A long life. '.repeat(30)}
      </ReadOnlyField>
    </FieldGrid>
  ),
};
