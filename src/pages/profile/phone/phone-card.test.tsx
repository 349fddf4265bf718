import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { MemoryOptions } from '../../../client/memory-backend.ts';
import { openPage } from '../../../../test/render-page.tsx';

async function openPhones(person: MemoryOptions['user'] = {}) {
  const page = await openPage('/profile', { user: { locale: 'en-GB', ...person } });
  const phones = within(await screen.findByRole('region', { name: 'Phone numbers' }));
  const field = phones.getByRole('textbox', { name: 'Primary number' });
  const country = () => phones.findByRole('combobox', { name: 'Country' });
  const enter = async (text: string) => {
    await page.user.clear(field);
    await page.user.click(field);
    await page.user.paste(text);
  };
  const save = async () => {
    await page.user.click(phones.getByRole('button', { name: 'Save phone' }));
    await phones.findByText('Saved');
  };
  return { ...page, phones, field, country, enter, save };
}

test('reads a number without + as one of the account’s country, and stores what it shows', async () => {
  const { phones, field, country, enter, save, memory } = await openPhones();
  await enter('020 7946 0019');
  expect(await country()).toHaveDisplayValue('United Kingdom \u2066+44\u2069');
  expect(await phones.findByText('Stored as +44 20 7946 0019')).toBeVisible();
  await save();
  expect(memory.state.user.phoneNumber).toBe('+442079460019');
  expect(field).toHaveValue('+442079460019');
  expect(phones.getByText('+44 20 7946 0019').closest('li')).toHaveTextContent(/Primary/);
});

test('reads it as one of the country of the time zone, where the language names none', async () => {
  const { phones, country, enter } = await openPhones({ locale: 'en', timezone: 'Asia/Calcutta' });
  await enter('020 2612 3456');
  expect(await country()).toHaveValue('IN');
  expect(await phones.findByText('Stored as +91 20 2612 3456')).toBeVisible();
});

test('reads the number anew when another country is chosen', async () => {
  const { user, phones, field, country, enter, save, memory } = await openPhones();
  await enter('030/123456');
  await user.selectOptions(await country(), 'DE');
  expect(await phones.findByText('Stored as +49 30 123456')).toBeVisible();
  await user.clear(field);
  await user.type(field, '030 123 457');
  expect(await country()).toHaveValue('DE');
  await save();
  expect(memory.state.user.phoneNumber).toBe('+4930123457');
});

test('calls abroad begin as they do in the country', async () => {
  const { user, phones, country, enter } = await openPhones();
  await enter('0044 (0)20 7946 0019');
  expect(await phones.findByText('Stored as +44 20 7946 0019')).toBeVisible();
  await user.selectOptions(await country(), 'US');
  expect(phones.queryByText(/^Stored as/)).toBeNull();
  await enter('011 44 (0)20 7946 0019');
  expect(await phones.findByText('Stored as +44 20 7946 0019')).toBeVisible();
});

test('the country follows a number with +, and is no choice then', async () => {
  const { phones, enter, country } = await openPhones();
  await enter('+49 30 123456');
  expect(await phones.findByText('Germany \u2066+49\u2069')).toBeVisible();
  expect(phones.queryByRole('combobox')).toBeNull();
  await enter('+1 204 555 0199');
  expect(await phones.findByText('Canada \u2066+1\u2069')).toBeVisible();
  await enter('+800 1234 5678');
  expect(await phones.findByText('Stored as +800 1234 5678')).toBeVisible();
  expect(phones.queryByText('Country')).toBeNull();
  await enter('030 123456');
  expect(await country()).toHaveValue('GB');
});

test('takes any formatting, and stores exactly what it shows', async () => {
  const { phones, enter, save, memory } = await openPhones();
  for (const [typed, shown] of [
    ['+44 (0)20 7946 0019', '+44 20 7946 0019'],
    ['+44 020 7946 0019', '+44 20 7946 0019'],
    ['＋４４　（０）２０　７９４６　００１９', '+44 20 7946 0019'],
    ['\u2068+٣٩ ٠٦ ٦٩٨٢ ٠٠٠٠\u2069', '+39 06 6982 0000'],
    ['tel:+1-202-555-0199', '+1 202 555 0199'],
  ] as const) {
    await enter(typed);
    expect(await phones.findByText(`Stored as ${shown}`)).toBeVisible();
  }
  await save();
  expect(memory.state.user.phoneNumber).toBe('+12025550199');
});

test('a number stored without a country stays as it is until somebody gives it one', async () => {
  const { user, phones, field, country, save, memory } = await openPhones({
    phoneNumber: '02079460018',
    phoneNumbers: [{ id: 'p', phoneNumber: '02079460018', verified: true, primary: true }],
  });
  await user.click(field);
  expect(await country()).toHaveDisplayValue('None chosen');
  expect(phones.getAllByRole('listitem')[0]).toHaveTextContent('02079460018Primary');
  await user.type(field, '1{Backspace}');
  expect(phones.queryByText('1 unsaved change')).toBeNull();
  const profile = within(screen.getByRole('region', { name: 'Public profile' }));
  await user.type(profile.getByRole('textbox', { name: 'Display name' }), '!{Enter}');
  await profile.findByText('Saved');
  expect(memory.state.user.phoneNumber).toBe('02079460018');

  await user.selectOptions(await country(), 'GB');
  expect(await phones.findByText('Stored as +44 20 7946 0018')).toBeVisible();
  await save();
  expect(memory.state.user.phoneNumber).toBe('+442079460018');
});

test('a stored zero too many is not hidden', async () => {
  const { user, phones, field } = await openPhones({
    phoneNumber: '+4402079460018',
    phoneNumbers: [{ id: 'p', phoneNumber: '+4402079460018', primary: true }],
  });
  await user.click(field);
  await phones.findByText('Country');
  expect(phones.getAllByRole('listitem')[0]).toHaveTextContent('+4402079460018');
  await user.clear(field);
  await user.paste('+44 (0)20 7946 0018');
  expect(await phones.findByText('Stored as +44 20 7946 0018')).toBeVisible();
});

test('the stored number written otherwise is no change', async () => {
  const { user, phones, field, enter } = await openPhones();
  for (const same of ['020 7946 0123', '+44 (0)20 7946 0123', 'tel:+44-20-7946-0123']) {
    await enter(same);
    await phones.findByText('Country');
    expect(field).toHaveValue(same);
    expect(phones.queryByText('1 unsaved change')).toBeNull();
  }
  await user.tab();
  expect(field).toHaveValue('+442079460123');
});

test('holds nothing against a number that is being typed, and says when it cannot be one', async () => {
  const { user, phones, field, country, memory } = await openPhones();
  await user.clear(field);
  await user.type(field, '020 7946 01');
  await country();
  expect(field).toBeValid();
  await user.tab();
  await waitFor(() => expect(field).toBeInvalid());
  expect(field).toHaveAccessibleDescription(
    'Numbers of the chosen country have another length. Check the number or the country.',
  );
  await user.click(phones.getByRole('button', { name: 'Save phone' }));
  expect(field).toHaveFocus();
  expect(memory.state.user.phoneNumber).toBe('+442079460123');
  await user.type(field, '23');
  expect(field).toBeValid();
  expect(phones.queryByText(/another length/)).toBeNull();
});

test('warns of a number that looks incomplete, and saves it', async () => {
  const { user, phones, enter, save, memory } = await openPhones();
  await enter('+44 20 7946');
  expect(phones.queryByText(/does not look like/)).toBeNull();
  await user.tab();
  expect(await phones.findByText(/^This does not look like a complete number/)).toBeVisible();
  await save();
  expect(memory.state.user.phoneNumber).toBe('+44207946');
});

test('finds what was typed and the chosen country again', async () => {
  const first = await openPhones();
  await first.enter('030 123456');
  await first.user.selectOptions(await first.country(), 'DE');
  cleanup();
  const { phones, field, country, save, memory } = await openPhones();
  expect(field).toHaveValue('030 123456');
  expect(await country()).toHaveValue('DE');
  expect(await phones.findByText('Stored as +49 30 123456')).toBeVisible();
  await save();
  expect(memory.state.user.phoneNumber).toBe('+4930123456');
});

test('asks between two numbers as they would be stored, and not between two ways to write one', async () => {
  const { user, phones, enter, memory } = await openPhones();
  memory.state.user = { ...memory.state.user, phoneNumber: '+442079460777' };
  await enter('020 7946 0019');
  await user.click(phones.getByRole('button', { name: 'Save phone' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('+44 20 7946 0019')).toBeVisible();
  expect(dialog.getByText('+44 20 7946 0777')).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Keep editing' }));

  memory.state.user = { ...memory.state.user, phoneNumber: '+442079460019' };
  await user.click(phones.getByRole('button', { name: 'Save phone' }));
  expect(await phones.findByText('Saved')).toBeVisible();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(memory.state.user.phoneNumber).toBe('+442079460019');
});

test('keeps a value that is no number as it is', async () => {
  const { user, phones, field } = await openPhones({ phoneNumber: 'PRIMARY', phoneNumbers: [] });
  await user.type(field, '1{Backspace}');
  expect(field).toHaveValue('PRIMARY');
  expect(phones.queryByText('1 unsaved change')).toBeNull();
  expect(phones.queryByText('Country')).toBeNull();
});

test('empties the number', async () => {
  const { user, field, save, memory } = await openPhones();
  await user.clear(field);
  await save();
  expect(memory.state.user.phoneNumber).toBeUndefined();
});
