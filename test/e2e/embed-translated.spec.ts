import { expect, ownTest as test } from './embed-fixtures.ts';
import { translatePage } from './translate-page.ts';

test('a translated page in a frame shows every change, and outlives another language', async ({
  page,
  frame,
  openDrawer,
}) => {
  await translatePage(page);
  await openDrawer();
  const profile = frame.getByRole('region', { name: 'Public profile' });
  await expect(profile.locator('h2 font font')).toHaveText('Public profile');
  for (const name of ['Ada King', 'Ada Lovelace']) {
    await profile.getByRole('textbox', { name: 'Display name' }).fill(name);
    await expect(profile.getByText('1 unsaved change', { exact: true })).toBeVisible();
    await profile.getByRole('button', { name: 'Save profile' }).click();
    await expect(profile.getByText('Saved', { exact: true })).toBeVisible();
  }
  for (const [language, title] of [
    ['ar', 'الملف الشخصي'],
    ['en', 'Profile'],
  ] as const) {
    await page.getByLabel('Language').selectOption(language);
    await expect(frame.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }
});
