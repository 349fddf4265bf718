import type { Locator, Page } from '@playwright/test';
import { card, expect, test } from './fixtures.ts';

// The main task of every page, in every engine.

/** Types over what stands in a field, as a person does. */
async function type(page: Page, field: Locator, text: string): Promise<void> {
  await field.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

test('changes the name, undoes a change, and is stopped by a rule', async ({
  page,
  signIn,
  writes,
}) => {
  await signIn('ada');
  const profile = card(page, 'Public profile');
  const name = profile.getByLabel('Display name');
  await type(page, name, 'Ada King');
  await expect(profile.getByText('1 unsaved change')).toBeVisible();
  await profile.getByRole('button', { name: 'Discard' }).click();
  await expect(name).toHaveValue('Ada Lovelace');
  await type(page, profile.getByLabel('Username'), 'a b');
  await profile.getByRole('button', { name: 'Save profile' }).click();
  await expect(profile.getByLabel('Username')).toBeFocused();
  expect(writes).toEqual([]);
  await type(page, profile.getByLabel('Username'), 'ada-king');
  await profile.getByRole('button', { name: 'Save profile' }).click();
  await expect(profile.getByText('Saved', { exact: true })).toBeVisible();
  expect(writes).toEqual(['PATCH /me']);
});

test('chooses a time zone from the list, and the page in another language', async ({
  page,
  signIn,
}) => {
  await signIn('ada');
  const region = card(page, 'Region');
  await region.getByRole('button', { name: /^Time zone/ }).click();
  await page.getByRole('combobox').pressSequentially('kathmandu');
  await page.getByRole('option', { name: /Kathmandu/ }).click();
  await region.getByRole('button', { name: /^Language/ }).click();
  await page.getByRole('combobox').pressSequentially('hebrew');
  await page.getByRole('option').first().click();
  await region.getByRole('button', { name: 'Save region' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'he');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('heading', { level: 1, name: 'פרופיל' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'פרופיל' })).toBeVisible();
});

test('turns the page dark and a notification on', async ({ page, signIn }) => {
  await signIn('ada', '/preferences');
  await page.getByRole('radio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const control = page.getByRole('switch', { name: 'Product, Push' });
  const was = await control.isChecked();
  await control.click();
  await expect(card(page, 'Notifications').getByText('Saved')).toBeVisible();
  await page.reload();
  await expect(control).toBeChecked({ checked: !was });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('reads use by day, in the chart and in the table', async ({ page, signIn }) => {
  await signIn('ada', '/usage');
  const daily = card(page, 'Daily use');
  const chart = daily.getByRole('slider');
  await chart.focus();
  const before = await chart.getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowLeft');
  await expect(chart).not.toHaveAttribute('aria-valuetext', before ?? '');
  await daily.getByRole('button', { name: 'View as table' }).click();
  await expect(daily.getByRole('table')).toBeVisible();
});

test('signs out all other devices, once asked', async ({ page, signIn, writes }) => {
  await signIn('ada', '/sessions');
  await page.getByRole('button', { name: /^Sign out \d+ other devices/ }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: /^Sign out/ }).click();
  await expect(page.getByText('You are only signed in here.')).toBeVisible();
  expect(writes).toHaveLength(1);
});

test('takes the data along, deletes the account, and restores it', async ({
  page,
  signIn,
  service,
}) => {
  await signIn('ada', '/danger-zone');
  await page.getByRole('button', { name: 'Download export' }).click();
  await expect(page.getByText(/^Saved as .*\.json$/)).toBeVisible();
  await page.getByRole('button', { name: 'Delete account…' }).click();
  const dialog = page.getByRole('alertdialog');
  await type(page, dialog.getByRole('textbox'), 'ada');
  await dialog.getByRole('button', { name: 'Delete account' }).click();
  await expect(page.getByRole('heading', { name: 'Your account is deactivated' })).toBeVisible();
  await page.goto(`${service.url}/sign-in`);
  await page.getByRole('button', { name: '@ada' }).click();
  await page.getByRole('button', { name: 'Restore account' }).click();
  await expect(page.getByRole('button', { name: 'Restore account' })).toHaveCount(0);
});
