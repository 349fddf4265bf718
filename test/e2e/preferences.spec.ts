import { card, expect, readingTest, test } from './fixtures.ts';

test('changes theme, notifications, scheduling zone and links, and finds them after a reload', async ({
  page,
  signIn,
}) => {
  await signIn('ada', '/preferences');
  const appearance = card(page, 'Appearance');
  await appearance.getByRole('radio', { name: 'Dark' }).click();
  await expect(appearance.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect(appearance.getByText('Saved', { exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  const notifications = card(page, 'Notifications');
  const product = notifications.getByRole('switch', { name: /Product.*email/i });
  await product.click();
  await expect(product).toBeChecked();
  await expect(notifications.getByText('Saved', { exact: true })).toBeVisible();
  await expect(notifications.getByRole('switch', { name: /Security.*email/i })).toHaveAttribute(
    'aria-disabled',
    'true',
  );

  const scheduling = card(page, 'Scheduling');
  await scheduling.getByRole('button', { name: /Time zone/ }).click();
  await page.getByRole('combobox').fill('tokyo');
  await page.getByRole('option', { name: /Tokyo/ }).click();
  await scheduling.getByRole('button', { name: 'Save scheduling' }).click();
  await expect(scheduling.getByText('Saved', { exact: true })).toBeVisible();

  const links = card(page, 'Social links');
  await links.getByRole('textbox', { name: 'Twitter' }).fill('https://x.com/countess');
  await links.getByRole('button', { name: 'Save links' }).click();
  await expect(links.getByText('Saved', { exact: true })).toBeVisible();

  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(appearance.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect(product).toBeChecked();
  await expect(scheduling.getByRole('button', { name: /Time zone/ })).toContainText('Tokyo');
  await expect(links.getByRole('textbox', { name: 'Twitter' })).toHaveValue('countess');
});

readingTest('a switch that cannot be saved goes back and says why', async ({ page, signIn }) => {
  await signIn('ada', '/preferences');
  const product = page.getByRole('switch', { name: /Product.*email/i });
  await expect(product).not.toBeChecked();
  await page.route('**/me/preferences', (route) =>
    route.request().method() === 'PATCH'
      ? route.fulfill({ status: 500, body: '' })
      : route.fallback(),
  );
  await product.click();
  await expect(
    page
      .getByRole('alert')
      .filter({ hasText: /service/ })
      .first(),
  ).toBeVisible();
  await expect(product).not.toBeChecked();
});

test('a language switch turns the page around at once, and it stays so', async ({
  page,
  signIn,
}) => {
  await signIn('ada');
  const region = card(page, 'Region');
  await region.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('combobox').fill('arab');
  await page
    .getByRole('option', { name: /العربية/ })
    .first()
    .click();
  await region.getByRole('button', { name: 'Save region' }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('heading', { level: 1, name: 'الملف الشخصي' })).toBeVisible();
  await expect(page.getByText('تم الحفظ')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'الملف الشخصي' })).toBeVisible();
});
