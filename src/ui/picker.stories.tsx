import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { ComboboxPopup, Muted } from './combobox.tsx';
import { Field } from './field.tsx';
import { guide } from '../../test/stories/guide.ts';
import { Picker, type PickerPopupProps } from './picker.tsx';

export default {
  title: 'Form/Picker',
  component: Picker,
  subcomponents: { ComboboxPopup, Muted },
  args: {
    id: 'fruit',
    label: 'Fruit',
    value: 'apple',
    stored: 'apple',
    text: 'Apple',
    detail: 'red',
    emptyLabel: 'None',
    clearable: false,
    invalid: false,
    onChange: fn(),
    onBlur: fn(),
    controlRef: fn(),
    load: () => Promise.resolve(Fruits),
    words: { loading: 'Loading…', retry: 'Try again', failed: 'The list could not be loaded.' },
  },
  render: (args) => (
    <Field id="fruit" label="Fruit">
      <Picker {...args} />
    </Field>
  ),
  parameters: guide({
    use: 'One of many, found by typing.',
    keyboard:
      'An arrow, Enter, Space or a letter opens the list; arrows move, Enter chooses, Escape closes, Tab goes on.',
    announced: 'What is chosen, as part of the button’s name; how many match, politely.',
    does: ['Fetch the list when somebody turns to the field.'],
    donts: ['Use it for a handful: that is what Segmented is for.'],
  }),
} satisfies Meta<typeof Picker>;
type Story = StoryObj<typeof Picker>;

const load = () => Promise.resolve(Fruits);

export const Closed: Story = {};
export const Invalid: Story = { args: { invalid: true } };
export const Loading: Story = {
  args: { load: () => new Promise<never>(() => undefined) },
  play: async ({ canvas }) => userEvent.click(canvas.getByRole('button', { name: /Fruit/ })),
};
/** Without its code the value can still be typed. */
export const NotLoaded: Story = {
  args: { load: () => Promise.reject(new Error('offline')) },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: /Fruit/ }));
    await expect(await canvas.findByText('The list could not be loaded.')).toBeVisible();
  },
};
export const Choosing: Story = {
  args: { load },
  play: async ({ canvas, args }) => {
    canvas.getByRole('button', { name: /Fruit/ }).focus();
    await userEvent.keyboard('pe');
    const page = within(document.body);
    await expect(await page.findByRole('option', { name: /Pear/ })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect(args.onChange).toHaveBeenCalledWith('pear');
  },
};

const fruits = ['apple', 'pear', 'plum'].map((value) => ({ value }));
const nameOf = ({ value }: { value: string }) => value[0]?.toUpperCase() + value.slice(1);

function Fruits(props: PickerPopupProps) {
  const matches = fruits.filter(({ value }) => value.includes(props.query));
  return (
    <ComboboxPopup
      {...props}
      matches={matches}
      stale={false}
      best={() => matches[0]}
      selected={fruits.find(({ value }) => value === props.value) ?? null}
      textOf={nameOf}
      searchLabel="Search fruits"
      status={`${matches.length} found`}
      quietStatus={false}
      render={(fruit) => (
        <>
          {nameOf(fruit)} <Muted>{fruit.value}</Muted>
        </>
      )}
    />
  );
}
