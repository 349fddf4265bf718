import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/**
 * Goes back to a page that Firefox has kept, and answers what then stands there. Playwright takes it
 * for a navigation that never ends, so only scripts are run in it.
 */
async function back(page: Page) {
  await page.evaluate(() => history.back());
  const kept = () => page.evaluate(() => document.body.dataset['kept']);
  await expect.poll(() => kept().catch(() => undefined)).toBe('');
  return () => page.evaluate(() => document.body.innerText);
}

/** Marks the page, to tell whether it is brought back, once its code for that is there. */
async function mark(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('session-watch')),
  );
  await page.evaluate(() => document.body.setAttribute('data-kept', ''));
}

test('after Sign out, Back shows nothing of the person', async ({ page, signIn }) => {
  await signIn('ada');
  await mark(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  const text = await back(page);
  await expect.poll(text).toContain('You are signed out');
  const all = await page.evaluate(() => document.documentElement.outerHTML);
  expect(all).not.toMatch(/Ada|@ada/);
});

test('the same person finds the page as it was', async ({ page, signIn, service }) => {
  await signIn('ada');
  await mark(page);
  const username = page.getByRole('textbox', { name: 'Username' });
  await username.fill('a');
  page.once('dialog', (dialog) => void dialog.accept());
  await page.goto(`${service.url}/icon.svg`);
  const text = await back(page);
  await expect.poll(text).toContain('@ada');
  const focused = () =>
    page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value);
  await expect.poll(focused).toBe('a');
  expect(await text()).not.toContain('Use 3 to 30 characters.');
});
