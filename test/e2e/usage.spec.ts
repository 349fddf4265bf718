import { readFile } from 'node:fs/promises';
import { expect, readingTest } from './fixtures.ts';

readingTest(
  'shows the quota in words and the days as bars, a table and a CSV file',
  async ({ page, signIn }) => {
    await signIn('ada', '/usage');
    const meter = page.getByRole('meter');
    await expect(meter).toBeVisible();
    await expect(page.getByText(/of 1,000,000/)).toBeVisible();
    await page.getByRole('radio', { name: '7 days' }).click();
    await expect(page.getByRole('radio', { name: '7 days' })).toBeChecked();
    await expect(page).toHaveURL(/period=7d/);
    await page.getByRole('button', { name: 'View as table' }).click();
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(8);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download CSV' }).click(),
    ]);
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
    expect(lines).toHaveLength(8);
    expect(lines[1]).toMatch(/^\d{4}-\d{2}-\d{2},\d+$/);
    await page.reload();
    await expect(page.getByRole('radio', { name: '7 days' })).toBeChecked();
  },
);

readingTest('says in words that the quota is exceeded', async ({ page, signIn }) => {
  await signIn('heavy', '/usage');
  await expect(page.getByText(/over (your|the) quota/i).first()).toBeVisible();
});

readingTest(
  'a card that fails leaves the other one alone, and Retry brings it back',
  async ({ page, signIn }) => {
    let broken = true;
    await page.route('**/me/usage/history?*', (route) =>
      broken ? route.fulfill({ status: 500, body: '<h1>no</h1>' }) : route.fallback(),
    );
    await signIn('ada', '/usage');
    await expect(page.getByText('Daily use could not be loaded')).toBeVisible({ timeout: 15_000 });
    await expect(page.getByRole('meter')).toBeVisible();
    broken = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('button', { name: 'Download CSV' })).toBeVisible();
  },
);
