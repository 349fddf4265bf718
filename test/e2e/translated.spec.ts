import { card, expect, readingTest, test } from './fixtures.ts';
import { mouse } from './hands.ts';
import { translatePage } from './translate-page.ts';

// A page that the browser translates goes on: it shows each later change, and none of them fails.
// (That nothing is thrown, the fixtures assert of every test.)
for (const one of [test, readingTest]) one.beforeEach(({ page }) => translatePage(page));

const save = { name: /^Save/ };

test('a translated profile is edited, put back, saved, and its zone and language chosen', async ({
  page,
  signIn,
}) => {
  const hand = mouse(page);
  await signIn('ada');
  const profile = card(page, 'Public profile');
  await expect(profile.locator('h2 font font')).toHaveText('Public profile');
  const name = profile.getByLabel('Display name');
  await hand.type(name, 'Ada King');
  await expect(profile.getByText('1 unsaved change', { exact: true })).toBeVisible();
  await hand.type(profile.getByLabel('Bio'), 'Countess.');
  await expect(profile.getByText('2 unsaved changes', { exact: true })).toBeVisible();
  await expect(profile.getByText('9 / 500')).toBeVisible();
  await profile.getByRole('button', { name: 'Discard' }).click();
  await expect(name).toHaveValue('Ada Lovelace');
  for (const said of ['Ada King', 'Ada Lovelace']) {
    await hand.type(name, said);
    await profile.getByRole('button', save).click();
    await expect(profile.getByText('Saved', { exact: true })).toBeVisible();
    await expect(page.locator('.as-shell-name')).toHaveText(said);
  }
  await hand.type(profile.getByLabel('Username'), 'a b');
  await profile.getByRole('button', save).click();
  await expect(profile.getByText(/^Use only letters/)).toBeVisible();
  await profile.getByRole('button', { name: 'Discard' }).click();

  const region = card(page, 'Region');
  const zone = region.getByRole('button', { name: /^Time zone/ });
  for (const [typed, city] of [
    ['kathmandu', 'Kathmandu'],
    ['tokyo', 'Tokyo'],
  ] as const) {
    await zone.click();
    await page.keyboard.type(typed);
    await page.getByRole('option', { name: new RegExp(city) }).click();
    await expect(zone).toContainText(city);
  }
  await region.getByRole('button', { name: 'Use it' }).click();
  await expect(region.getByRole('button', { name: 'Use it' })).toHaveCount(0);
  await expect(zone).toContainText('London');
  await region.getByRole('button', { name: /^Language/ }).click();
  await page.keyboard.type('hebrew');
  await page.getByRole('option').first().click();
  await region.getByRole('button', save).click();
  await expect(page.getByRole('heading', { level: 1, name: 'פרופיל' })).toBeVisible();
});

test('in translated preferences a theme and a notification are set twice, and a zone', async ({
  page,
  signIn,
}) => {
  await signIn('ada', '/preferences');
  const appearance = card(page, 'Appearance');
  const saved = { exact: true } as const;
  for (const theme of ['Dark', 'Light', 'System']) {
    await appearance.getByRole('radio', { name: theme }).click();
    await expect(appearance.getByText('Saved', saved)).toBeVisible();
  }
  const notifications = card(page, 'Notifications');
  for (const on of [true, false]) {
    await notifications.getByRole('switch', { name: 'Product, Email' }).click();
    await expect(notifications.getByRole('switch', { name: 'Product, Email' })).toBeChecked({
      checked: on,
    });
    await expect(notifications.getByText('Saved', saved)).toBeVisible();
  }
  const scheduling = card(page, 'Scheduling');
  await scheduling.getByRole('button', { name: /^Time zone/ }).click();
  await page.keyboard.type('tokyo');
  await page.getByRole('option', { name: /Tokyo/ }).click();
  await scheduling.getByRole('button', save).click();
  await expect(scheduling.getByText('Saved', saved)).toBeVisible();
  await page.getByRole('link', { name: 'Usage' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Usage' })).toBeVisible();
});

readingTest(
  'translated days are read by period, as a table and as a chart',
  async ({ page, signIn }) => {
    await signIn('ada', '/usage');
    const daily = card(page, 'Daily use');
    for (const [period, days] of [
      ['7 days', 7],
      ['90 days', 90],
    ] as const) {
      await daily.getByRole('radio', { name: period }).click();
      await daily.getByRole('button', { name: 'View as table' }).click();
      await expect(daily.getByRole('row')).toHaveCount(days + 1);
      await daily.getByRole('button', { name: 'View as chart' }).click();
      const chart = daily.getByRole('slider');
      await chart.focus();
      for (let press = 0; press < 2; press += 1) {
        await page.keyboard.press('ArrowLeft');
        const said = (await chart.getAttribute('aria-valuetext')) ?? '';
        const tokens = /[\d,]+ tokens?/.exec(said)?.[0] ?? 'no tokens';
        await expect(chart.getByText(tokens)).toBeVisible();
      }
    }
    await daily.getByRole('button', { name: 'Download CSV' }).click();
    await expect(daily.getByRole('button', { name: 'View as table' })).toBeVisible();
  },
);

test('translated devices are signed out, one and then all others', async ({ page, signIn }) => {
  await signIn('ada', '/sessions');
  const others = card(page, 'Other devices');
  const buttons = others.getByRole('listitem').getByRole('button', { name: /^Sign out/ });
  await expect(buttons).toHaveCount(5);
  for (const left of [4, 3]) {
    await buttons.first().click();
    await expect(buttons).toHaveCount(left);
    await expect(
      others.getByRole('button', { name: `Sign out ${left} other devices` }),
    ).toBeVisible();
  }
  await others.getByRole('button', { name: 'Sign out 3 other devices' }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Sign out/ })
    .click();
  await expect(buttons).toHaveCount(0);
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
});

readingTest(
  'a translated question about deleting still wants the username as it is',
  async ({ page, signIn }) => {
    const hand = mouse(page);
    await signIn('ada', '/danger-zone');
    for (const typed of ['Ada', 'ada']) {
      await page.getByRole('button', { name: 'Delete account…' }).click();
      const dialog = page.getByRole('alertdialog');
      // What has to be typed is not translated.
      await expect(dialog.locator('label strong')).toHaveJSProperty('innerHTML', 'ada');
      await hand.type(dialog.getByRole('textbox'), typed);
      const confirm = dialog.getByRole('button', {
        name: 'Delete account',
        disabled: typed === 'Ada',
      });
      await expect(confirm).toBeVisible();
      await dialog.getByRole('button', { name: 'Keep my account' }).click();
      await expect(dialog).toHaveCount(0);
    }
  },
);

test('a translated account that waits for its erasure is restored', async ({ page, signIn }) => {
  await signIn('leaving');
  await page.getByRole('button', { name: 'Restore account' }).click();
  await expect(page.getByRole('button', { name: 'Restore account' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Save profile' })).toBeVisible();
});
