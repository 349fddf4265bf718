import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ComponentType } from 'react';
import { expect, test, vi } from 'vitest';
import { Field } from './field.tsx';
import { Picker, type PickerPopupProps } from './picker.tsx';

/** Stands for a list: shows what it is asked for and offers one thing. */
function FakePopup({ query, onQuery, onChoose, onClose }: PickerPopupProps) {
  return (
    <div role="dialog">
      <input
        aria-label="Search"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- as the real one does
        autoFocus
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose('return')}
      />
      <button type="button" onClick={() => onChoose('b')}>
        Take B
      </button>
    </div>
  );
}

function open(load: () => Promise<ComponentType<PickerPopupProps>>) {
  function Form() {
    const [value, setValue] = useState('a');
    return (
      <Field id="letter" label="Letter">
        <Picker
          id="letter"
          label="Letter"
          value={value}
          stored="a"
          text={value.toUpperCase()}
          emptyLabel="None"
          clearable
          invalid={false}
          onChange={setValue}
          onBlur={() => undefined}
          controlRef={() => undefined}
          load={load}
          words={{
            loading: 'Loading…',
            retry: 'Try again',
            failed: 'The list could not be loaded.',
          }}
        />
      </Field>
    );
  }
  render(<Form />);
  return userEvent.setup();
}

const field = () => screen.getByRole('button', { name: /^Letter/ });

test('fetches the list when a person turns to the field, and not before', async () => {
  const load = vi.fn<() => Promise<typeof FakePopup>>(() => Promise.resolve(FakePopup));
  const user = open(load);
  expect(load).not.toHaveBeenCalled();
  await user.hover(field());
  expect(load).toHaveBeenCalled();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test.each(['{Enter}', ' ', '{ArrowDown}'])('opens with the key %s', async (key) => {
  const user = open(() => Promise.resolve(FakePopup));
  await user.tab();
  await user.keyboard(key);
  expect(await screen.findByRole('textbox', { name: 'Search' })).toHaveFocus();
});

test('keeps every key typed until the list is there, in the right order', async () => {
  let arrive: (popup: typeof FakePopup) => void = () => undefined;
  const user = open(() => new Promise((resolve) => (arrive = resolve)));
  await user.tab();
  await user.keyboard('nex{Backspace}w y');
  expect(field()).toHaveTextContent('new y Loading…');
  await act(async () => arrive(FakePopup));
  await user.keyboard('ork');
  expect(screen.getByRole('textbox', { name: 'Search' })).toHaveValue('new york');
});

test('a choice is taken over and the focus is back on the field', async () => {
  const user = open(() => Promise.resolve(FakePopup));
  await user.click(field());
  await user.click(await screen.findByRole('button', { name: 'Take B' }));
  expect(field()).toHaveTextContent('B');
  expect(field()).toHaveFocus();
});

test('without the list the value can be typed, and Retry brings the list', async () => {
  let works = false;
  const user = open(() => (works ? Promise.resolve(FakePopup) : Promise.reject(new Error('gone'))));
  await user.click(field());
  const input = await screen.findByRole('textbox', { name: 'Letter' });
  expect(screen.getByRole('alert')).toHaveTextContent('The list could not be loaded.');
  expect(input).toHaveFocus();
  await user.clear(input);
  await user.type(input, 'z');
  expect(input).toHaveValue('z');
  works = true;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('textbox', { name: 'Search' })).toHaveFocus();
});
