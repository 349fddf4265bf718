import { card, expect, test as base } from './fixtures.ts';
import { keyboard, mouse, type Hand } from './hands.ts';

// Every task of every page: by the keyboard alone in Chromium, with the mouse in Firefox. (The specs of
// the pages do them with the mouse in Chromium.)
const test = base.extend<{ hand: Hand }>({
  hand: ({ page, browserName }, use) => use((browserName === 'firefox' ? mouse : keyboard)(page)),
});

test('changes the name, undoes a change, and is stopped by a rule', async ({
  page,
  signIn,
  hand,
  writes,
}) => {
  await signIn('ada');
  const profile = card(page, 'Public profile');
  const name = profile.getByLabel('Display name');
  await hand.type(name, 'Ada King');
  await expect(profile.getByText('1 unsaved change')).toBeVisible();
  await hand.press(profile.getByRole('button', { name: 'Discard' }));
  await expect(name).toHaveValue('Ada Lovelace');
  await hand.type(profile.getByLabel('Username'), 'a b');
  await hand.press(profile.getByRole('button', { name: 'Save profile' }));
  await expect(profile.getByLabel('Username')).toBeFocused();
  expect(writes).toEqual([]);
  await hand.type(profile.getByLabel('Username'), 'ada-king');
  await hand.press(profile.getByRole('button', { name: 'Save profile' }));
  await expect(profile.getByText('Saved', { exact: true })).toBeVisible();
  expect(writes).toEqual(['PATCH /me']);
});

test('chooses a time zone from the list, and the page in another language', async ({
  page,
  signIn,
  hand,
}) => {
  await signIn('ada');
  const region = card(page, 'Region');
  await hand.press(region.getByRole('button', { name: /^Time zone/ }));
  await page.keyboard.type('kathmandu');
  await hand.choose(page.getByRole('option', { name: /Kathmandu/ }));
  await hand.press(region.getByRole('button', { name: /^Language/ }));
  await page.keyboard.type('hebrew');
  await hand.choose(page.getByRole('option').first());
  await hand.press(region.getByRole('button', { name: 'Save region' }));
  await expect(page.locator('html')).toHaveAttribute('lang', 'he');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('heading', { level: 1, name: 'פרופיל' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'פרופיל' })).toBeVisible();
});

test('changes the phone, keeps the old number as primary, and copies the ID', async ({
  page,
  signIn,
  hand,
}) => {
  await signIn('ada');
  const phones = card(page, 'Phone numbers');
  const field = phones.getByRole('textbox', { name: 'Primary number' });
  const before = await field.inputValue();
  await hand.type(field, '+33 1 42 68 53 00');
  await hand.press(phones.getByRole('button', { name: 'Save phone' }));
  await expect(phones.getByText('Saved', { exact: true })).toBeVisible();
  await hand.press(phones.getByRole('button', { name: /^Make primary/ }).first());
  await expect(field).toHaveValue(before);
  await hand.press(card(page, 'About this account').getByRole('button', { name: 'Copy' }));
  await expect(page.getByText(/^(Copied|Copying is blocked here)/).first()).toBeVisible();
});

test('stays with an unsaved change, then leaves it', async ({ page, signIn, hand }) => {
  await signIn('ada');
  const bio = page.getByRole('textbox', { name: 'Bio' });
  await hand.type(bio, 'Not saved yet.');
  await hand.press(page.getByRole('link', { name: 'Usage' }));
  const dialog = page.getByRole('alertdialog', { name: 'Leave without saving?' });
  await hand.press(dialog.getByRole('button', { name: 'Keep editing' }));
  await expect(bio).toHaveValue('Not saved yet.');
  await hand.press(page.getByRole('link', { name: 'Usage' }));
  await hand.press(dialog.getByRole('button', { name: 'Discard and leave' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Usage' })).toBeFocused();
});

test('turns the page dark and a notification on, and changes a zone and a link', async ({
  page,
  signIn,
  hand,
}) => {
  await signIn('ada', '/preferences');
  await hand.press(page.getByRole('radio', { name: 'Dark' }));
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const control = page.getByRole('switch', { name: 'Product, Push' });
  const was = await control.isChecked();
  await hand.press(control);
  await expect(card(page, 'Notifications').getByText('Saved')).toBeVisible();
  const scheduling = card(page, 'Scheduling');
  await hand.press(scheduling.getByRole('button', { name: /Time zone/ }));
  await page.keyboard.type('tokyo');
  await hand.choose(page.getByRole('option', { name: /Tokyo/ }));
  await hand.press(scheduling.getByRole('button', { name: 'Save scheduling' }));
  await expect(scheduling.getByText('Saved', { exact: true })).toBeVisible();
  const links = card(page, 'Social links');
  await hand.type(links.getByRole('textbox', { name: 'Twitter' }), 'countess');
  await hand.press(links.getByRole('button', { name: 'Save links' }));
  await expect(links.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(control).toBeChecked({ checked: !was });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(scheduling.getByRole('button', { name: /Time zone/ })).toContainText('Tokyo');
  await expect(links.getByRole('textbox', { name: 'Twitter' })).toHaveValue('countess');
});

test('reads a week of use, in the chart, the table and a file', async ({
  page,
  signIn,
  hand,
  browserName,
}) => {
  await signIn('ada', '/usage');
  const daily = card(page, 'Daily use');
  await hand.press(daily.getByRole('radio', { name: '7 days' }));
  const chart = daily.getByRole('slider');
  await hand.press(chart);
  const before = await chart.getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowLeft');
  await expect(chart).not.toHaveAttribute('aria-valuetext', before ?? '');
  await hand.press(daily.getByRole('button', { name: 'View as table' }));
  await expect(daily.getByRole('table').getByRole('row')).toHaveCount(8);
  const button = daily.getByRole('button', { name: 'Download CSV' });
  // WebDriver BiDi tells nobody of a download.
  if (browserName === 'firefox') return hand.press(button);
  const [download] = await Promise.all([page.waitForEvent('download'), hand.press(button)]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
});

test('signs out one device, all others once asked, and this one', async ({
  page,
  signIn,
  hand,
  writes,
}) => {
  await signIn('ada', '/sessions');
  const rows = card(page, 'Other devices').getByRole('listitem');
  await expect(rows).toHaveCount(5);
  await hand.press(rows.first().getByRole('button', { name: /^Sign out/ }));
  await expect(rows.first().getByText('Signed out')).toBeVisible();
  await hand.press(page.getByRole('button', { name: /^Sign out 4 other devices/ }));
  await hand.press(page.getByRole('alertdialog').getByRole('button', { name: /^Sign out/ }));
  await expect(rows.getByText('Signed out')).toHaveCount(5);
  expect(writes).toHaveLength(2);
  await hand.press(page.getByRole('main').getByRole('button', { name: 'Sign out' }));
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
});

test('takes the data along, deletes the account, and restores it', async ({
  page,
  signIn,
  hand,
  service,
}) => {
  await signIn('ada', '/danger-zone');
  await hand.press(page.getByRole('button', { name: 'Download export' }));
  await expect(page.getByText(/^Saved as .*\.json$/)).toBeVisible();
  await hand.press(page.getByRole('button', { name: 'Delete account…' }));
  const dialog = page.getByRole('alertdialog');
  await hand.type(dialog.getByRole('textbox'), 'ada');
  await hand.press(dialog.getByRole('button', { name: 'Delete account' }));
  await expect(page.getByRole('heading', { name: 'Your account is deactivated' })).toBeVisible();
  await page.goto(`${service.url}/sign-in`);
  await hand.press(page.getByRole('button', { name: '@ada' }));
  await hand.press(page.getByRole('button', { name: 'Restore account' }));
  await expect(page.getByRole('button', { name: 'Restore account' })).toHaveCount(0);
});
