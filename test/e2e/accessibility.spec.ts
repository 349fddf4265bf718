import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axeCore from 'axe-core';
import type { AxeResults } from 'axe-core';
import { expect, readingTest, test } from './fixtures.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const paths = ['/profile', '/preferences', '/usage', '/sessions', '/danger-zone', '/nowhere'];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page as it stands, one line each. */
async function violations(page: Page): Promise<string[]> {
  const results = await page.evaluate<AxeResults, string[]>(
    (values) =>
      (window as unknown as { axe: typeof axeCore }).axe.run({
        runOnly: { type: 'tag', values },
      }),
    tags,
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

/** The page is wider than its window: somebody has to scroll sideways. */
const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

for (const width of [320, 768, 1280]) {
  for (const theme of ['light', 'dark'] as const) {
    for (const username of ['ada', 'new', 'heavy', 'leaving']) {
      readingTest(
        `axe finds nothing for ${username}, ${theme}, ${width} px, and nothing scrolls sideways`,
        async ({ page, signIn, service }) => {
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
          // The page's policy refuses injected scripts; as an init script axe is the browser's own.
          await page.addInitScript({ path: axe });
          await signIn(username);
          for (const path of paths) {
            await page.goto(service.url + path);
            await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
            await expect(page.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
            expect({ path, found: await violations(page) }).toEqual({ path, found: [] });
            expect({ path, sideways: await scrollsSideways(page) }).toEqual({
              path,
              sideways: false,
            });
          }
        },
      );
    }
  }
}

test('axe finds nothing in Arabic, in the dialogs and on the sign-in page', async ({
  page,
  signIn,
  service,
  request,
}) => {
  await page.addInitScript({ path: axe });
  await page.goto(`${service.url}/sign-in`);
  expect(await violations(page)).toEqual([]);
  const headers = { Authorization: `Bearer ${await service.token('ada')}` };
  await request.patch(`${service.url}/me`, { headers, data: { locale: 'ar' } });
  await signIn('ada', '/danger-zone');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await page.getByRole('button', { name: /^حذف الحساب/ }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  for (const path of paths) {
    await page.goto(service.url + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('status', { name: /^جارٍ/ })).toHaveCount(0);
    expect({ path, found: await violations(page) }).toEqual({ path, found: [] });
    expect({ path, sideways: await scrollsSideways(page) }).toEqual({ path, sideways: false });
  }
});
