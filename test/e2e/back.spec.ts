import type { Page } from '@playwright/test';
import { card, expect, test } from './fixtures.ts';

/** Marks the page, to tell whether it is brought back or loaded anew. */
const mark = (page: Page) => page.evaluate(() => document.body.setAttribute('data-kept', ''));

/**
 * Goes back to a page that the browser has kept. Playwright's own way waits for a load, and there is
 * none.
 */
async function back(page: Page): Promise<void> {
  await page.evaluate(() => history.back());
  await expect(page.locator('body[data-kept]')).toHaveCount(1);
}

/** Writes down everything that is painted from now on, whatever becomes of it. */
const watch = (page: Page) =>
  page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const look = () => {
      seen.push(document.body.innerText);
      requestAnimationFrame(look);
    };
    look();
  });
const seenSince = (page: Page) =>
  page.evaluate(() => (window as unknown as { seen: string[] }).seen.splice(0));

/** Waits until the page's code for Back is there. */
const settled = (page: Page) =>
  page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('session-watch')),
  );

const signedOut = (page: Page) => page.getByRole('heading', { name: 'You are signed out' });

test('after Sign out, Back shows nothing of the person, not even for a moment', async ({
  page,
  signIn,
}) => {
  await signIn('ada');
  await page.getByRole('textbox', { name: 'Bio' }).fill('Known to nobody');
  await settled(page);
  await mark(page);
  await watch(page);
  await seenSince(page);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);

  await back(page);
  await expect(signedOut(page)).toBeVisible();
  await expect(page.getByText(/what you typed is kept/)).toHaveCount(0);
  await expect(page.getByText(/Ada|@ada/)).toHaveCount(0);
  const after = (await seenSince(page)).slice(-20).join('\n');
  expect(after).not.toContain('Known to nobody');
  const left = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, document.title]));
  expect(left).not.toMatch(/Known to nobody|draft|Ada/);
});

test('what is brought back is hidden until the service has said whose it is', async ({
  page,
  signIn,
  service,
}) => {
  await signIn('ada');
  await settled(page);
  await mark(page);
  let answer = () => {};
  const asked = new Promise<void>((resolve) => {
    void page.route('**/me', async (route) => {
      const wait = new Promise<void>((go) => {
        answer = go;
      });
      resolve();
      await wait;
      await route.continue();
    });
  });
  await page.goto(`${service.url}/icon.svg`);
  await back(page);
  await asked;
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await expect(page.getByText('@ada')).toBeHidden();
  answer();
  await expect(page.getByText('@ada')).toBeVisible();
});

test('the same person finds the page as it was: text, focus and place', async ({
  page,
  signIn,
  service,
}) => {
  await page.setViewportSize({ width: 900, height: 400 });
  await signIn('ada');
  await settled(page);
  await mark(page);
  const username = page.getByRole('textbox', { name: 'Username' });
  await username.fill('a');
  await page.mouse.wheel(0, 150);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
  const place = await page.evaluate(() => window.scrollY);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.goto(`${service.url}/icon.svg`);

  await back(page);
  await expect(username).toBeFocused();
  await expect(username).toHaveValue('a');
  // Nobody has left the field: it is not judged yet.
  await expect(page.getByText('Use 3 to 30 characters.')).toHaveCount(0);
  expect(await page.evaluate(() => window.scrollY)).toBe(place);
  await page.keyboard.type('da');
  await expect(username).toHaveValue('ada');
});

test('somebody else who has signed in meanwhile finds their own page, and nothing of before', async ({
  page,
  context,
  signIn,
  service,
}) => {
  await signIn('ada', '/sessions');
  await card(page, 'Other devices')
    .getByRole('button', { name: /^Sign out .+ on / })
    .first()
    .click();
  await expect(page.getByText(/^Signed out .+/).first()).toBeAttached();
  await page.getByRole('link', { name: 'Profile' }).click();
  await page.getByRole('textbox', { name: 'Bio' }).fill('Known to nobody');
  await settled(page);
  await mark(page);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.goto(`${service.url}/icon.svg`);
  const other = await context.newPage();
  await other.goto(`${service.url}/sign-in`);
  await other.getByRole('button', { name: '@new' }).click();
  await expect(other.getByText('@new')).toBeVisible();

  await back(page);
  await expect(page.getByText('@new')).toBeVisible();
  const left = await page.evaluate(() =>
    JSON.stringify([document.documentElement.outerHTML, { ...sessionStorage }]),
  );
  expect(left).not.toMatch(/Known to nobody|Ada|Signed out/);
});

test('without an answer nothing of the person is shown, and Try again brings all of it', async ({
  page,
  signIn,
  service,
}) => {
  await signIn('ada');
  await page.getByRole('textbox', { name: 'Bio' }).fill('Known to nobody');
  await settled(page);
  await mark(page);
  let status = 0;
  await page.route('**/me', (route) =>
    status === 0 ? route.abort() : route.fulfill({ status, body: '' }),
  );
  page.once('dialog', (dialog) => void dialog.accept());
  await page.goto(`${service.url}/icon.svg`);
  await back(page);
  await expect(page.getByText('The service cannot be reached.', { exact: false })).toBeVisible();
  await expect(page.getByText(/Ada|@ada/)).toHaveCount(0);
  status = 503;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(/answered with an error/)).toBeVisible();
  await page.unroute('**/me');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('textbox', { name: 'Bio' })).toHaveValue('Known to nobody');
});

test('Sign out in one tab ends the others at once', async ({ page, context, signIn }) => {
  await signIn('ada');
  await settled(page);
  await page.getByRole('textbox', { name: 'Bio' }).fill('Known to nobody');
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: 'Sign out' }).click();
  await expect(other).toHaveURL(/\/sign-in$/);

  await expect(signedOut(page)).toBeVisible();
  await expect(page.getByText(/Ada|@ada|Known to nobody/)).toHaveCount(0);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('Known');
});

test('who stays after all, asked by the browser, keeps what was typed', async ({
  page,
  signIn,
}) => {
  await signIn('ada');
  await page.getByRole('textbox', { name: 'Bio' }).fill('Wanted');
  page.once('dialog', (dialog) => void dialog.dismiss());
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('textbox', { name: 'Bio' }).press('End');
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Bio' })).toHaveValue('Wanted');
});

test('Back after the account is deleted shows nothing of it', async ({ page, signIn, service }) => {
  await signIn('ada');
  await settled(page);
  await mark(page);
  await page.goto(`${service.url}/danger-zone`);
  await page.getByRole('button', { name: /^Delete account/ }).click();
  await page.getByRole('textbox', { name: 'Type ada to confirm' }).fill('ada');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your account is deactivated' })).toBeVisible();
  // Chromium drops what it keeps, as the service asks: there the page is loaded anew.
  await page.evaluate(() => history.back());
  await expect(signedOut(page)).toBeVisible();
  await expect(page.getByText(/Ada|@ada/)).toHaveCount(0);
});
