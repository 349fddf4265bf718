import type { Page } from '@playwright/test';
import { expect, readingTest as test } from './fixtures.ts';

const block = /<script type="application\/json" id="account-settings-config">.*?<\/script>/s;

/** Puts `data` into the document's data block; `undefined` takes the block away, as on a static host. */
const withBlock = (page: Page, data: string | undefined) =>
  page.route(/\/(profile|usage)$/, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const replaced = html.replace(block, () =>
      data === undefined
        ? ''
        : `<script type="application/json" id="account-settings-config">${data}</script>`,
    );
    await route.fulfill({ response, body: replaced });
  });

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** What is said on the console as an error, instead of failing the test. */
function complaints(page: Page): string[] {
  const seen: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') seen.push(message.text());
  });
  return seen;
}

test.describe('a configuration that is wrong', () => {
  test.use({ expectsFaults: true });

  test('names the wrong keys on the page and on the console, and asks the backend nothing', async ({
    page,
    signIn,
  }) => {
    await signIn('ada');
    const said = complaints(page);
    await withBlock(page, '{"backend":{"kind":"soap"},"apiKey":"secret"}');
    await page.reload();
    await expect(heading(page, 'This page is not set up correctly')).toBeFocused();
    const problems = page.getByRole('list', { name: '2 problems in the configuration' });
    await expect(problems.getByRole('listitem')).toHaveText([
      /backend\.kind.*one of: rest, bird, mirra\. It is "soap" now\./,
      /apiKey.*There is no such key\./,
    ]);
    await expect(page.getByText('secret')).toHaveCount(0);
    expect(said.join('\n')).toContain('backend.kind: This must be one of: rest, bird, mirra.');
    expect(said.join('\n')).not.toContain('secret');
  });

  test('is explained in the language of the browser', async ({ browser, service }) => {
    const page = await browser.newPage({ locale: 'ar' });
    await page.goto(`${service.url}/sign-in`);
    await page.getByRole('button', { name: '@ada' }).click();
    await expect(page.getByRole('textbox', { name: 'Display name' })).toBeVisible();
    await withBlock(page, '{');
    await page.evaluate(() => localStorage.clear());
    await page.goto(`${service.url}/profile`);
    await expect(heading(page, 'لم يتم إعداد هذه الصفحة بشكل صحيح')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await page.close();
  });

  test('is explained too when the host page lacks what it counts on', async ({ page, signIn }) => {
    await signIn('ada');
    await withBlock(page, '{"auth":"bearer"}');
    await page.reload();
    await expect(page.getByText(/must define accountSettings\.getToken/)).toBeVisible();
  });
});

test('a config.json beside a static page says what the page is', async ({ page, signIn }) => {
  await signIn('ada');
  await withBlock(page, undefined);
  await page.route('**/config.json', (route) =>
    route.fulfill({
      json: {
        pages: ['profile', 'usage'],
        can: { user: { bio: 'none', name: 'read' } },
        brand: { name: 'Analytical Engines', accent: { light: '#7a3cff', dark: '#c9b0ff' } },
      },
    }),
  );
  await page.reload();
  await expect(page).toHaveTitle('Profile · Analytical Engines');
  const nav = page.getByRole('navigation', { name: 'Account settings' });
  await expect(nav.getByRole('link')).toHaveText(['Profile', 'Usage']);
  await expect(page.getByRole('textbox', { name: 'Display name' })).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Username' })).toBeVisible();
  await expect(
    page.getByText('Managed where you sign in. It cannot be changed here.'),
  ).toBeVisible();
  await expect(nav.getByRole('link', { name: 'Profile' })).toHaveCSS('color', 'rgb(122, 60, 255)');
});

test('a static host that has no config.json serves the page as it is', async ({ page, signIn }) => {
  await signIn('ada');
  await withBlock(page, undefined);
  for (const answer of [
    { status: 404, body: 'Not found' },
    { status: 200, contentType: 'text/html', body: '<!doctype html><title>App</title>' },
  ]) {
    await page.unroute('**/config.json');
    await page.route('**/config.json', (route) => route.fulfill(answer));
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'Display name' })).toHaveValue('Ada Lovelace');
  }
});
