import { expect, test } from '../e2e/fixtures.ts';

const pages = ['profile', 'preferences', 'usage', 'sessions', 'danger-zone'];
const looks = [
  { name: 'light', width: 1100, height: 800, colorScheme: 'light' },
  { name: 'dark', width: 1100, height: 800, colorScheme: 'dark' },
  { name: 'phone', width: 390, height: 800, colorScheme: 'light' },
] as const;

for (const { name, width, height, colorScheme } of looks) {
  test(`pictures, ${name}`, async ({ page, signIn, service }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await signIn('ada');
    for (const path of pages) {
      await page.goto(`${service.url}/${path}`);
      await expect(page.getByRole('region').first()).toBeVisible();
      await expect(page.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
      await page.screenshot({ path: `docs/pictures/${path}-${name}.png`, fullPage: true });
    }
  });
}
