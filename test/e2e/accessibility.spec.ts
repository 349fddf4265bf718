import type { Page } from '@playwright/test';
import { axe, violations } from './axe.ts';
import { expect, readingTest, test } from './fixtures.ts';

const paths = ['/profile', '/preferences', '/usage', '/sessions', '/danger-zone', '/nowhere'];

/** The page is wider than its window: somebody has to scroll sideways. */
const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** How people look at a page; each is reached from the one before, as by turning a phone. */
interface Look {
  readonly width: number;
  readonly theme: 'light' | 'dark';
}
const both: readonly Look[] = [
  { width: 1280, theme: 'light' },
  { width: 320, theme: 'dark' },
];
const phone: readonly Look[] = [{ width: 320, theme: 'dark' }];

interface Tour {
  readonly url: string;
  readonly looks?: readonly Look[];
  /** What a page says while it loads. */
  readonly loading?: RegExp;
}

/** Goes through all pages: axe finds nothing on any, and none scrolls sideways. */
async function expectFlawlessPages(
  page: Page,
  { url, looks: seen = phone, loading = /^Loading/ }: Tour,
) {
  for (const path of paths) {
    await page.goto(url + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('status', { name: loading })).toHaveCount(0);
    for (const { width, theme } of seen) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      const place = { path, width, theme };
      expect({ ...place, found: await violations(page) }).toEqual({ ...place, found: [] });
      const sideways = await scrollsSideways(page);
      expect({ ...place, sideways }).toEqual({ ...place, sideways: false });
    }
  }
}

// Every state of every page is looked at in the stories; these are the real pages of the real service.
for (const [username, seen] of [
  ['ada', both],
  ['heavy', phone],
] as const) {
  readingTest(
    `axe finds nothing for ${username}, and nothing scrolls sideways`,
    async ({ page, signIn, service }) => {
      // The page's policy refuses injected scripts; as an init script axe is the browser's own.
      await page.addInitScript({ path: axe });
      await signIn(username);
      await expectFlawlessPages(page, { url: service.url, looks: seen });
    },
  );
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
  await expectFlawlessPages(page, { url: service.url, loading: /^جارٍ/ });
});

const otherBackends = [
  ['bird', { backend: { kind: 'bird' }, brand: { name: 'Analytical Engines' } }],
  ['mirra', { backend: { kind: 'mirra' } }],
] as const;
for (const [kind, config] of otherBackends) {
  test.describe(`with the backend ${kind}`, () => {
    test.use({ config });
    readingTest(
      'axe finds nothing on what is left of the pages, dark, 320 px',
      async ({ page, signIn, service }) => {
        await page.addInitScript({ path: axe });
        await signIn('ada');
        await expectFlawlessPages(page, { url: service.url });
      },
    );
  });
}

test.describe('with what the page complains about', () => {
  test.use({ expectsFaults: true });
  test('axe finds nothing for who acts for somebody, nor on a wrong configuration', async ({
    page,
    service,
  }) => {
    await page.setViewportSize({ width: 320, height: 900 });
    await page.addInitScript({ path: axe });
    await page.goto(`${service.url}/sign-in`);
    await page.getByRole('button', { name: 'Act for Ada Lovelace' }).click();
    await expect(page.getByText(/^Sam Support is acting/)).toBeVisible();
    await expectFlawlessPages(page, { url: service.url });
    await page.route('**/profile', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace('config">{}<', 'config">{"pages":[],"key":1}<');
      await route.fulfill({ response, body });
    });
    await page.goto(`${service.url}/profile`);
    await expect(
      page.getByRole('heading', { name: 'This page is not set up correctly' }),
    ).toBeVisible();
    expect(await violations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });
});
