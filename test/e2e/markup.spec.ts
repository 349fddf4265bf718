import type { Page } from '@playwright/test';
import { markupFlaws, toldTwice } from '../tools/markup.ts';
import { card, expect, readingTest as test } from './fixtures.ts';

/** What breaks the HTML standard, or ARIA in HTML, in the document as it stands; one line each. */
async function flaws(page: Page): Promise<string[]> {
  const { html, twice } = await page.evaluate(
    (selectors) => ({
      html: `<!doctype html>\n${document.documentElement.outerHTML}`,
      twice: [...document.querySelectorAll(selectors)].map(({ outerHTML }) => outerHTML),
    }),
    toldTwice,
  );
  return [...(await markupFlaws(html)), ...twice.map((element) => `told twice: ${element}`)];
}

test('the markup of every page keeps to the HTML standard', async ({ page, signIn, service }) => {
  await page.goto(`${service.url}/sign-in`);
  expect.soft(await flaws(page)).toEqual([]);
  await signIn('ada');
  for (const path of ['/profile', '/preferences', '/usage', '/sessions', '/danger-zone', '/no']) {
    await page.goto(service.url + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
    expect.soft({ path, flaws: await flaws(page) }).toEqual({ path, flaws: [] });
  }
});

test('the markup of lists, dialogs, tables and bad fields keeps to the HTML standard', async ({
  page,
  signIn,
}) => {
  await signIn('ada');
  const profile = card(page, 'Public profile');
  await profile.getByRole('textbox', { name: 'Username' }).fill('a b');
  await profile.getByRole('button', { name: 'Save profile' }).click();
  await expect(profile.getByRole('textbox', { name: 'Username' })).toBeFocused();
  for (const name of [/^Time zone/, /^Language/]) {
    await card(page, 'Region').getByRole('button', { name }).click();
    await expect(page.getByRole('option').first()).toBeVisible();
    expect.soft(await flaws(page)).toEqual([]);
    await page.keyboard.press('Escape');
  }
  await profile.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('link', { name: 'Usage' }).click();
  await page.getByRole('button', { name: 'View as table' }).click();
  expect.soft(await flaws(page)).toEqual([]);
  await page.getByRole('link', { name: 'Danger zone' }).click();
  await page.getByRole('button', { name: 'Delete account…' }).click();
  await page.getByRole('alertdialog').getByRole('textbox').fill('nobody');
  await page.keyboard.press('Enter');
  expect.soft(await flaws(page)).toEqual([]);
});
