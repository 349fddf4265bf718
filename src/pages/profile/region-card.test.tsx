import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect, test, vi } from 'vitest';
import { openPage } from '../../../test/render-page.tsx';
import { bareSeed } from '../../client/memory-seed.ts';
import { MeError } from '../../client/me-error.ts';

// The lists come by dynamic import, which the tests' own transforming makes slow the first time.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });
beforeAll(async () => {
  await import('../../form/time-zone/time-zone-popup.tsx');
  await import('../../form/language/language-popup.tsx');
});

const card = async (name = 'Region') => within(await screen.findByRole('region', { name }));
const zone = async () => (await card()).getByRole('button', { name: /^Time zone/ });
const search = () => screen.findByLabelText('Search by city, country or offset');
const options = () => screen.getAllByRole('option').map((option) => option.textContent);

/** Another clock of this device. */
function setDeviceZone(timeZone: string) {
  const resolved = Intl.DateTimeFormat.prototype.resolvedOptions;
  const plain = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockImplementation(function (
    this: Intl.DateTimeFormat,
  ) {
    const options = resolved.call(this);
    return options.timeZone === plain ? { ...options, timeZone } : options;
  });
}

test('chooses a zone by keyboard alone, keeps the focus on the field, and saves it', async () => {
  const { user, memory } = await openPage('/profile');
  const field = await zone();
  expect(field).toHaveTextContent(/^London GMT\S* · \d+:\d\d [AP]M$/);
  field.focus();
  await user.keyboard('{ArrowDown}');
  await user.type(await search(), 'new york');
  expect(options()[0]).toMatch(/^New York United States/);
  await user.keyboard('{Enter}');
  expect(field).toHaveFocus();
  expect(field).toHaveTextContent('New York');
  await user.click((await card()).getByRole('button', { name: 'Save region' }));
  expect(await (await card()).findByText('Saved')).toBeVisible();
  expect(memory.state.user.timezone).toBe('America/New_York');
});

test('what is typed while the list is fetched is searched for', async () => {
  const { user } = await openPage('/profile');
  const field = await zone();
  field.focus();
  await user.keyboard('calc');
  expect(await search()).toHaveValue('calc');
  expect(await search()).toHaveFocus();
  expect(options()).toEqual([expect.stringMatching(/^Kolkata India, also CalcuttaGMT\+5:30 · /)]);
  await user.keyboard('{Enter}');
  expect(field).toHaveTextContent('Kolkata');
});

test('Escape closes the list and changes nothing', async () => {
  const { user } = await openPage('/profile');
  const field = await zone();
  await user.click(field);
  await user.type(await search(), 'tokyo{Escape}');
  expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
  expect(field).toHaveFocus();
  expect(field).toHaveTextContent('London');
});

test('a link stays as it is stored, also when its zone is chosen again', async () => {
  const { user } = await openPage('/profile', { user: { timezone: 'Asia/Calcutta' } });
  const region = await card();
  expect(
    region.getByText('Stored as Asia/Calcutta, kept as it is until you choose.'),
  ).toBeVisible();
  const field = await zone();
  const choose = async (text: string) => {
    await user.click(field);
    await user.type(await search(), `${text}{Enter}`);
  };
  await choose('paris');
  expect(region.getByText('1 unsaved change')).toBeVisible();
  await choose('kolkata');
  expect(region.getByRole('button', { name: 'Save region' })).toHaveAttribute('aria-disabled');
});

test('a stored value that is no zone is shown as it is, and blocks nothing', async () => {
  const { user, memory } = await openPage('/profile', { seed: bareSeed, user: { locale: 'text' } });
  const region = await card();
  expect(await zone()).toHaveTextContent('text');
  expect(
    region.getByText('“text” is not a known time zone. It is kept as it is until you choose.'),
  ).toBeVisible();
  await user.click(await zone());
  expect(await screen.findByRole('option', { name: 'text' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await user.keyboard('{Escape}');
  await user.click(region.getByRole('button', { name: /^Language/ }));
  await user.type(await screen.findByLabelText('Search by language or tag'), 'kok-Latn-IN{Enter}');
  await user.click(region.getByRole('button', { name: 'Save region' }));
  expect(await region.findByText('Saved')).toBeVisible();
  expect(memory.state.user).toMatchObject({ locale: 'kok-Latn-IN', timezone: 'text' });
  expect(
    region.getByText('This page is not available in Konkani yet. It stays in English.'),
  ).toBeVisible();
});

test('takes the zone of the device', async () => {
  setDeviceZone('Asia/Tokyo');
  const { user } = await openPage('/profile');
  const region = await card();
  await user.click(region.getByRole('button', { name: 'Use it' }));
  expect(await zone()).toHaveTextContent('Tokyo');
  expect(region.queryByRole('button', { name: 'Use it' })).not.toBeInTheDocument();
  expect(region.getByText('Your device is set to Tokyo.')).toBeVisible();
});

test('a device under another name of the zone offers nothing', async () => {
  setDeviceZone('Europe/Belfast');
  await openPage('/profile');
  expect((await card()).queryByRole('button', { name: 'Use it' })).not.toBeInTheDocument();
});

test.each(['', 'Etc/Unknown'])('a device whose zone is “%s” offers nothing', async (device) => {
  setDeviceZone(device);
  const { user } = await openPage('/profile', { user: { timezone: 'Europe/London' } });
  const region = await card();
  expect(region.queryByText(/Your device is set to/)).not.toBeInTheDocument();
  expect(region.queryByRole('button', { name: 'Use it' })).not.toBeInTheDocument();
  await user.click(await zone());
  expect((await screen.findAllByRole('option')).length).toBeGreaterThan(5);
  expect(screen.queryByRole('option', { name: /Unknown/ })).not.toBeInTheDocument();
});

test('a zone at fixed hours reads as what clocks in it show', async () => {
  setDeviceZone('Etc/GMT-5');
  const { user } = await openPage('/profile', { user: { timezone: 'Etc/GMT-5' } });
  expect(await zone()).toHaveTextContent(/^GMT\+5 GMT\+5 · /);
  expect((await card()).getByText('Your device is set to GMT+5.')).toBeVisible();
  await user.click(await zone());
  await user.type(await search(), 'Etc/GMT+5');
  await waitFor(() => expect(options()[0]).toMatch(/^GMT-5 /));
});

test('a word that is no language leaves the list open, and the field as it was', async () => {
  const { user } = await openPage('/profile');
  const field = (await card()).getByRole('button', { name: /^Language/ });
  const before = field.textContent;
  await user.click(field);
  await user.type(await screen.findByLabelText('Search by language or tag'), 'klingonn{Enter}');
  expect(screen.getByText('Nothing found for “klingonn”.')).toBeInTheDocument();
  expect(field).toHaveTextContent((before ?? '').trim());
});

test('a language typed before all of them are named is chosen all the same', async () => {
  const { user } = await openPage('/profile');
  const field = (await card()).getByRole('button', { name: /^Language/ });
  await user.click(field);
  await user.type(await screen.findByLabelText('Search by language or tag'), 'polish{Enter}');
  expect(field).toHaveTextContent(/^Polski/);
});

test('clears the zone', async () => {
  const { user, memory } = await openPage('/profile');
  await user.click(await zone());
  await user.click(await screen.findByRole('option', { name: 'Not set' }));
  await user.click((await card()).getByRole('button', { name: 'Save region' }));
  expect(await (await card()).findByText('Saved')).toBeVisible();
  expect(memory.state.user.timezone).toBeUndefined();
});

test('a refused zone is named beside the field', async () => {
  const { user } = await openPage('/profile', {
    intercept: (operation) => {
      if (operation === 'updateUser')
        throw new MeError({
          code: 'ValidationFailed',
          status: 422,
          fields: { timezone: [{ code: 'timezone_unknown' }] },
        });
    },
  });
  await user.click(await zone());
  await user.type(await search(), 'tokyo{Enter}');
  await user.click((await card()).getByRole('button', { name: 'Save region' }));
  const says = '“Asia/Tokyo” is not a time zone. Choose one from the list.';
  expect(await (await card()).findByText(says)).toBeVisible();
  expect(await zone()).toHaveAccessibleDescription(says);
  expect(await zone()).toHaveFocus();
});

test('a saved language turns the page around, and the confirmation is in it', async () => {
  const { user } = await openPage('/profile');
  const region = await card();
  await user.click(region.getByRole('button', { name: /^Language/ }));
  await user.type(await screen.findByLabelText('Search by language or tag'), 'arab');
  expect(options()[0]).toBe('العربيةArabic');
  await user.keyboard('{Enter}');
  const save = region.getByRole('button', { name: 'Save region' });
  await user.click(save);
  await waitFor(() => expect(document.documentElement).toHaveAttribute('dir', 'rtl'));
  const arabic = await card('المنطقة');
  expect(arabic.getByText('تم الحفظ')).toBeVisible();
  expect(save).toHaveFocus();
  expect(save).toHaveAccessibleName('حفظ المنطقة');
});

test('in Arabic, countries are found and cities named in Arabic', async () => {
  const { user } = await openPage('/profile', {}, 'ar');
  await user.click((await card('المنطقة')).getByRole('button', { name: /^المنطقة الزمنية/ }));
  await user.type(await screen.findByLabelText('ابحث بالمدينة أو البلد أو فرق التوقيت'), 'مصر');
  expect(options()[0]).toMatch(/^القاهرة مصر/);
});

test('what cannot be edited is text, with the reason', async () => {
  await openPage('/profile', { can: { user: { locale: 'read', timezone: 'read' } } });
  const region = await card();
  expect(region.getByText('Managed where you sign in. It cannot be changed here.')).toBeVisible();
  expect(region.getByText(/^London · GMT/)).toBeVisible();
  expect(region.queryByRole('button')).not.toBeInTheDocument();
});
