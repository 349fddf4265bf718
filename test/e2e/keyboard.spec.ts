import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const words = Object.assign(
  {},
  ...['common', 'profile', 'sessions', 'danger'].map((area): unknown =>
    JSON.parse(readFileSync(`src/i18n/messages/ar/${area}.json`, 'utf8')),
  ),
) as Record<string, string>;
const say = (id: string) => words[id] ?? id;

/** Presses Tab until the focus is there; what cannot be reached so fails. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error('The focus did not get there.');
}

const press = async (page: Page, target: Locator) => {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
};

test.use({ viewport: { width: 320, height: 700 } });

test.beforeEach(async ({ page, service, request }) => {
  const headers = { Authorization: `Bearer ${await service.token('ada')}` };
  const set = async (path: string, data: object) => {
    const answer = await request.patch(service.url + path, { headers, data });
    expect(answer.status()).toBe(200);
  };
  await set('/me', { locale: 'ar' });
  await set('/me/preferences', { theme: 'dark' });
  await page.goto(`${service.url}/sign-in`);
  await press(page, page.getByRole('button', { name: '@ada' }));
  await expect(page.getByRole('heading', { level: 1, name: say('page.profile') })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test.afterEach(async ({ page }) => {
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(sideways).toBe(false);
});

test('changes the name by keyboard alone, in Arabic, dark, 320 px', async ({ page, writes }) => {
  const name = page.getByRole('textbox', { name: say('profile.name') });
  await tabTo(page, name);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('آدا لوفليس');
  await press(page, page.getByRole('button', { name: say('profile.public.save') }));
  await expect(page.getByText(say('form.saved'), { exact: true })).toBeVisible();
  expect(writes).toEqual(['PATCH /me']);
  await page.reload();
  await expect(name).toHaveValue('آدا لوفليس');
});

test('signs out a device by keyboard alone, in Arabic, dark, 320 px', async ({ page, writes }) => {
  await press(page, page.getByRole('link', { name: say('page.sessions') }));
  const heading = page.getByRole('heading', { level: 1, name: say('page.sessions') });
  await expect(heading).toBeFocused();
  const others = page.getByRole('region', { name: say('sessions.others') });
  const [before = ''] = say('sessions.signOut.label').split('{device}');
  const buttons = others.getByRole('listitem').getByRole('button', { name: before.trim() });
  await expect(buttons.nth(1)).toBeVisible();
  const count = await buttons.count();
  const next = await buttons.nth(1).getAttribute('aria-label');
  await press(page, buttons.first());
  await expect(buttons).toHaveCount(count - 1);
  expect(writes).toHaveLength(1);
  expect(writes[0]).toMatch(/^DELETE \/me\/sessions\//);
  // The focus went on to the device that came next.
  await expect(others.getByRole('button', { name: next ?? '' })).toBeFocused();
});

test('deletes the account by keyboard alone, in Arabic, dark, 320 px', async ({ page, writes }) => {
  await press(page, page.getByRole('link', { name: say('page.danger') }));
  const open = page.getByRole('button', { name: say('danger.delete.open') });
  await press(page, open);
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByRole('button', { name: say('danger.dialog.keep') })).toBeFocused();
  // Escape is the safe answer, and the focus is back where it was.
  await page.keyboard.press('Escape');
  await expect(open).toBeFocused();
  expect(writes).toEqual([]);
  await page.keyboard.press('Enter');
  // The field stands right before the button. (Beyond the last one is the browser’s own bar.)
  await tabTo(page, dialog.getByRole('textbox'), 'Shift+Tab');
  await page.keyboard.type('ada');
  await press(page, dialog.getByRole('button', { name: say('danger.dialog.delete') }));
  await expect(page.getByRole('heading', { level: 1, name: say('deleted.title') })).toBeFocused();
  expect(writes).toEqual(['DELETE /me']);
});
