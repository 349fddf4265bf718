import type { Page } from '@playwright/test';
import { smallTargets } from '../tools/small-targets.ts';
import { card, expect, readingTest as test } from './fixtures.ts';

test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 700 } });

/** A finger hits everything that can be seen, however dense a host likes its controls. */
async function expectRoomForFingers(page: Page) {
  expect(await smallTargets(page)).toEqual([]);
  const compact = (value: string) =>
    page.locator('html').evaluate((root, height) => {
      root.style.setProperty('--as-control-height', height);
    }, value);
  await compact('2rem');
  expect(await smallTargets(page)).toEqual([]);
  await compact('');
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(sideways).toBe(false);
}

test('a finger hits every control of every page, and no phone zooms in on a field', async ({
  page,
  signIn,
  service,
}) => {
  await page.goto(`${service.url}/sign-in`);
  expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
  expect(await smallTargets(page)).toEqual([]);
  await signIn('ada');
  for (const path of ['/profile', '/preferences', '/usage', '/sessions', '/danger-zone', '/no']) {
    await page.goto(service.url + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
    await expectRoomForFingers(page);
  }
});

test('a finger hits every option of the lists, and every control of a form that has changed', async ({
  page,
  signIn,
}) => {
  await signIn('ada');
  await page.getByRole('textbox', { name: 'Display name' }).fill('Ada King');
  await expect(page.getByText('1 unsaved change')).toBeVisible();
  const region = card(page, 'Region');
  for (const name of [/^Time zone/, /^Language/]) {
    await region.getByRole('button', { name }).tap();
    await expect(page.getByRole('option').first()).toBeVisible();
    await expectRoomForFingers(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('option')).toHaveCount(0);
  }
  await page.getByRole('button', { name: 'Discard' }).tap();
});

test('a finger hits every control of the dialog that deletes, and of the days as a table', async ({
  page,
  signIn,
}) => {
  await signIn('ada', '/danger-zone');
  await page.getByRole('button', { name: 'Delete account…' }).tap();
  await page.getByRole('alertdialog').getByRole('textbox').fill('nobody');
  await page.keyboard.press('Enter');
  await expectRoomForFingers(page);
  await page.getByRole('button', { name: 'Keep my account' }).tap();
  await page.getByRole('link', { name: 'Usage' }).tap();
  await page.getByRole('button', { name: 'View as table' }).tap();
  await expectRoomForFingers(page);
});
