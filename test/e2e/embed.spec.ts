import type { FrameLocator } from '@playwright/test';
import { axe, violations } from './axe.ts';
import { expect, log, ownTest, test } from './embed-fixtures.ts';

const card = (frame: FrameLocator, name: string) => frame.getByRole('region', { name });

test('a username is changed in the drawer, and the product hears which field was saved', async ({
  page,
  frame,
  openDrawer,
}) => {
  await openDrawer();
  const profile = card(frame, 'Public profile');
  await profile.getByRole('textbox', { name: 'Username' }).fill('ada_l');
  await expect(log(page).filter({ hasText: 'dirty' })).toHaveCount(1);
  await profile.getByRole('button', { name: 'Save profile' }).click();
  await expect(log(page).filter({ hasText: /^saved: username$/ })).toHaveCount(1);
  await expect(log(page).first()).toHaveText('clean');
});

test('theme, accent, corners and language follow the product live, and what is typed stays', async ({
  page,
  frame,
  openDrawer,
}) => {
  await openDrawer();
  await frame.getByRole('textbox', { name: 'Display name' }).fill('Countess');
  const root = frame.locator('html');
  await page.getByLabel('Theme').selectOption('dark');
  await expect(root).toHaveCSS('color-scheme', 'dark');
  await page.getByLabel('Language').selectOption('ar');
  await expect(root).toHaveAttribute('dir', 'rtl');
  await expect(frame.getByRole('heading', { level: 1, name: 'الملف الشخصي' })).toBeVisible();
  await page.getByLabel('Accent').selectOption('Violet');
  const save = frame.getByRole('button', { name: 'حفظ الملف' });
  await expect(save).toHaveCSS('background-color', 'rgb(196, 181, 253)');
  await page.getByLabel('Corners').fill('0');
  await expect(frame.getByRole('region').first()).toHaveCSS('border-radius', '0px');
  await page.getByLabel('Theme').selectOption('light');
  await expect(save).toHaveCSS('background-color', 'rgb(109, 40, 217)');
  await page.getByLabel('Language').selectOption('en');
  await expect(root).toHaveAttribute('dir', 'ltr');
  await expect(frame.getByRole('textbox', { name: 'Display name' })).toHaveValue('Countess');
});

test.describe('on a device that is not told what it prefers', () => {
  test.use({ colorScheme: null });

  test('without a theme of the product’s the page follows the colours around it', async ({
    page,
    frame,
    openDrawer,
  }) => {
    await openDrawer();
    const canvas = frame.locator('html');
    await expect(canvas).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    const ink = () =>
      frame.getByRole('heading', { level: 1 }).evaluate((e) => getComputedStyle(e).color);
    const before = await ink();
    // The device stays as it is, the product turns dark.
    await page.locator('html').evaluate((root) => (root.dataset['theme'] = 'dark'));
    await expect.poll(ink).not.toBe(before);
  });
});

test('the frame is as high as the page in it, which never scrolls', async ({
  page,
  frame,
  openDrawer,
}) => {
  await openDrawer();
  const element = page.locator('#account iframe');
  const heights = async () => {
    const content = await frame
      .locator('#root')
      .evaluate((root) => Math.ceil(root.getBoundingClientRect().height));
    const given = await element.evaluate((one) => one.getBoundingClientRect().height);
    const overflow = await frame
      .locator('html')
      .evaluate((root) => [
        root.scrollHeight - root.clientHeight,
        root.scrollWidth - root.clientWidth,
      ]);
    return { difference: given - content, overflow };
  };
  const fits = { difference: 0, overflow: [0, 0] };
  await expect.poll(heights).toEqual(fits);
  const before = await element.evaluate((one) => one.clientHeight);
  for (const name of ['Usage', 'Preferences', 'Sessions', 'Leave']) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect.poll(heights).toEqual(fits);
  }
  expect(await element.evaluate((one) => one.clientHeight)).not.toBe(before);
  await page.setViewportSize({ width: 360, height: 700 });
  await expect.poll(heights).toEqual(fits);
  // Hidden it has no height, and shown again it has the right one.
  await element.evaluate((one) => (one.style.display = 'none'));
  await element.evaluate((one) => (one.style.height = '50px'));
  await element.evaluate((one) => (one.style.display = 'block'));
  await expect.poll(heights).toEqual(fits);
});

test('the product changes the page, unless somebody would lose what they typed', async ({
  page,
  frame,
  openDrawer,
}) => {
  await openDrawer();
  const url = page.url();
  await page.getByRole('button', { name: 'Usage' }).click();
  await expect(frame.getByRole('heading', { level: 1, name: 'Usage' })).toBeVisible();
  await page.getByRole('button', { name: 'Profile' }).click();
  await frame.getByRole('textbox', { name: 'Display name' }).fill('Countess');
  await page.getByRole('button', { name: 'May it unload?' }).click();
  await expect(log(page).first()).toHaveText('mayUnload: false');
  await page.getByRole('button', { name: 'Sessions' }).click();
  const question = frame.getByRole('alertdialog', { name: 'Leave without saving?' });
  await question.getByRole('button', { name: 'Keep editing' }).click();
  await expect(page.getByRole('button', { name: 'Profile' })).toHaveAttribute('aria-current');
  await page.getByRole('button', { name: 'Sessions' }).click();
  await question.getByRole('button', { name: 'Discard and leave' }).click();
  await expect(log(page).first()).toHaveText('navigated: sessions');
  await expect(page.getByRole('button', { name: 'Sessions' })).toHaveAttribute('aria-current');
  // The address is the product's own, and so is its history.
  expect(page.url()).toBe(url);
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
});

test('with its own tabs the page tells the product where somebody went', async ({
  page,
  frame,
  openDrawer,
}) => {
  await openDrawer();
  await page.getByLabel('The page’s own tabs').check();
  await frame.getByRole('link', { name: 'Preferences' }).click();
  await expect(frame.getByRole('heading', { level: 1, name: 'Preferences' })).toBeVisible();
  await expect(log(page).filter({ hasText: 'navigated: preferences' })).toHaveCount(1);
});

test('taken away and shown again, nothing is left of before', async ({ page, openDrawer }) => {
  await page.addInitScript(() => {
    const counted = window as unknown as { listening: number };
    counted.listening = 0;
    const { addEventListener: add, removeEventListener: remove } = window;
    window.addEventListener = ((...args: Parameters<typeof add>) => {
      if (args[0] === 'message') counted.listening += 1;
      add.apply(window, args);
    }) as typeof add;
    window.removeEventListener = ((...args: Parameters<typeof remove>) => {
      if (args[0] === 'message') counted.listening -= 1;
      remove.apply(window, args);
    }) as typeof remove;
  });
  await openDrawer();
  const counts = () =>
    page.evaluate(() => [
      document.querySelectorAll('iframe').length,
      window.frames.length,
      (window as unknown as { listening: number }).listening,
    ]);
  expect(await counts()).toEqual([1, 1, 1]);
  for (let times = 2; times <= 4; times += 1) {
    await page.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('button', { name: 'My account' })).toBeFocused();
    expect(await counts()).toEqual([0, 0, 0]);
    await page.getByRole('button', { name: 'My account' }).click();
    await expect(log(page).filter({ hasText: 'ready' })).toHaveCount(times);
    expect(await counts()).toEqual([1, 1, 1]);
  }
});

test('a dialog opens where the frame can be seen, and the keyboard goes in and out', async ({
  page,
  frame,
  openDrawer,
}) => {
  await page.setViewportSize({ width: 900, height: 600 });
  await openDrawer();
  await page.getByRole('button', { name: 'Leave' }).click();
  const open = frame.getByRole('button', { name: 'Delete account…' });
  await open.scrollIntoViewIfNeeded();
  await open.focus();
  await page.keyboard.press('Enter');
  const dialog = frame.getByRole('alertdialog');
  await expect(dialog).toBeVisible();
  const isInSight = async () => {
    const box = await dialog.boundingBox();
    return box !== null && box.y >= 0 && box.y + box.height <= 600;
  };
  await expect.poll(isInSight).toBe(true);
  await page.keyboard.press('Escape');
  await expect(open).toBeFocused();

  // From the product into the frame, and back.
  await page.getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Tab');
  const inside = () => page.evaluate(() => document.activeElement?.tagName);
  await expect.poll(inside).toBe('IFRAME');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Close' })).toBeFocused();
});

for (const [theme, locale, width] of [
  ['light', 'en', 1280],
  ['dark', 'ar', 360],
] as const) {
  test(`axe finds nothing in the frame, ${theme}, in ${locale}, ${width} px wide, and nothing scrolls sideways`, async ({
    page,
    frame,
    openDrawer,
  }) => {
    await page.addInitScript({ path: axe });
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openDrawer();
    await page.getByLabel('Theme').selectOption(theme);
    await page.getByLabel('Language').selectOption(locale);
    await expect(frame.locator('html')).toHaveAttribute('lang', locale);
    // What shines through a frame is out of the reach of axe: the host's ground, told to it here.
    await frame.locator('html').evaluate((root) => {
      root.style.background = 'var(--as-canvas)';
    });
    const [, inner] = page.frames();
    for (const name of ['Profile', 'Preferences', 'Usage', 'Sessions', 'Leave']) {
      await page.getByRole('button', { name, exact: true }).click();
      await expect(frame.getByRole('region').first()).toBeVisible();
      await expect(frame.locator('[aria-busy=true], [role=status][aria-label]')).toHaveCount(0);
      expect({ name, found: inner && (await violations(inner)) }).toEqual({ name, found: [] });
      const sideways = await frame
        .locator('html')
        .evaluate((root) => root.scrollWidth - root.clientWidth);
      expect({ name, sideways }).toEqual({ name, sideways: 0 });
    }
  });
}

test('ten thousand devices scroll in a box of their own', async ({ page, frame, example }) => {
  await page.goto(example.url);
  await page.getByLabel('Signed in').selectOption('heavy');
  await page.getByRole('button', { name: 'My account' }).click();
  await expect(log(page).filter({ hasText: 'ready' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Sessions' }).click();
  const rows = frame.getByRole('listitem');
  await expect(rows.first()).toHaveAttribute('aria-setsize', /^\d{4,5}$/);
  await expect.poll(() => rows.count()).toBeLessThanOrEqual(200);
  const box = rows.first().locator('xpath=ancestor::div[1]');
  await rows.last().evaluate((row) => row.parentElement?.nextElementSibling?.scrollIntoView());
  await expect.poll(() => box.evaluate((one) => one.scrollHeight)).toBeGreaterThan(50_000);
  await box.evaluate((one) => one.scrollTo(0, 30_000));
  await expect
    .poll(() => rows.last().evaluate((row) => Number(row.dataset['index'])))
    .toBeGreaterThan(200);
  expect(await rows.count()).toBeLessThanOrEqual(200);
});

ownTest(
  'deleting the account in the drawer signs out everywhere and tells the product',
  async ({ page, frame, openDrawer }) => {
    await openDrawer();
    await page.getByRole('button', { name: 'Leave' }).click();
    await frame.getByRole('button', { name: 'Delete account…' }).click();
    const dialog = frame.getByRole('alertdialog');
    await dialog.getByRole('textbox').fill('ada');
    await dialog.getByRole('button', { name: /^Delete/ }).click();
    await expect(frame.getByRole('heading', { name: 'Your account is deactivated' })).toBeVisible();
    await expect(log(page).filter({ hasText: 'account.deleted' })).toHaveCount(1);
  },
);
