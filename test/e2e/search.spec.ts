import { expect, readingTest as test } from './fixtures.ts';

test('finds time zones and languages by what people call them', async ({ page, signIn }) => {
  await signIn('ada');
  const region = page.getByRole('region', { name: 'Region' });
  await region.getByRole('button', { name: /^Time zone/ }).click();
  const box = page.getByRole('combobox');
  const options = page.getByRole('option');
  for (const [query, found] of [
    ['USA', /^New York/],
    ['Seattle', /^Los Angeles.*also Seattle/],
    ['München', /^Berlin/],
    ['東京', /^Tokyo/],
    ['UTC+5.5', /^Kolkata/],
    ['Eastern Standard Time', /^New York/],
    ['Etc/GMT-5', /^GMT\+5/],
  ] as const) {
    await box.fill(query);
    await expect(options.first()).toHaveText(found);
  }
  await page.keyboard.press('Escape');
  await region.getByRole('button', { name: /^Language/ }).click();
  for (const [query, found] of [
    ['mandarin', /^中文/],
    ['British English', /^English \(United Kingdom\)/],
    ['ar-u-nu-latn', /^ar-u-nu-latn/],
  ] as const) {
    await box.fill(query);
    await expect(options.first()).toHaveText(found);
  }
  await page.keyboard.press('Escape');
});

test('names the zone in the language of the page once it is at rest', async ({ page, signIn }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'languages', { value: ['ar'] }));
  await page.route(/\/me$/, async (route) => {
    const response = await route.fetch();
    const body = { ...(await response.json()), locale: 'ar', timezone: 'Africa/Cairo' };
    await route.fulfill({ response, json: body });
  });
  await signIn('ada');
  await expect(page.getByRole('button', { name: /القاهرة/ })).toBeVisible();
});
