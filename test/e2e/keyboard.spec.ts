import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { keyboard } from './hands.ts';

const words = Object.assign(
  {},
  ...['common', 'profile', 'sessions', 'danger'].map((area): unknown =>
    JSON.parse(readFileSync(`src/i18n/messages/ar/${area}.json`, 'utf8')),
  ),
) as Record<string, string>;
const say = (id: string) => words[id] ?? id;

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
  await keyboard(page).press(page.getByRole('button', { name: '@ada' }));
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
  await keyboard(page).type(name, 'آدا لوفليس');
  await keyboard(page).press(page.getByRole('button', { name: say('profile.public.save') }));
  await expect(page.getByText(say('form.saved'), { exact: true })).toBeVisible();
  expect(writes).toEqual(['PATCH /me']);
  await page.reload();
  await expect(name).toHaveValue('آدا لوفليس');
});

test('signs out a device by keyboard alone, in Arabic, dark, 320 px', async ({ page, writes }) => {
  await keyboard(page).press(page.getByRole('link', { name: say('page.sessions') }));
  const heading = page.getByRole('heading', { level: 1, name: say('page.sessions') });
  await expect(heading).toBeFocused();
  const others = page.getByRole('region', { name: say('sessions.others') });
  const [before = ''] = say('sessions.signOut.label').split('{device}');
  const buttons = others.getByRole('listitem').getByRole('button', { name: before.trim() });
  await expect(buttons.nth(1)).toBeVisible();
  const count = await buttons.count();
  const row = others.getByRole('listitem').first();
  await keyboard(page).press(buttons.first());
  await expect(buttons).toHaveCount(count - 1);
  expect(writes).toHaveLength(1);
  expect(writes[0]).toMatch(/^DELETE \/me\/sessions\//);
  // The focus stays with the device: a key that is held signs out no other.
  await expect(row).toBeFocused();
});

test('deletes the account by keyboard alone, in Arabic, dark, 320 px', async ({ page, writes }) => {
  await keyboard(page).press(page.getByRole('link', { name: say('page.danger') }));
  const open = page.getByRole('button', { name: say('danger.delete.open') });
  await keyboard(page).press(open);
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByRole('button', { name: say('danger.dialog.keep') })).toBeFocused();
  // Escape is the safe answer, and the focus is back where it was.
  await page.keyboard.press('Escape');
  await expect(open).toBeFocused();
  expect(writes).toEqual([]);
  await page.keyboard.press('Enter');
  await keyboard(page).type(dialog.getByRole('textbox'), 'ada');
  await keyboard(page).press(dialog.getByRole('button', { name: say('danger.dialog.delete') }));
  await expect(page.getByRole('heading', { level: 1, name: say('deleted.title') })).toBeFocused();
  expect(writes).toEqual(['DELETE /me']);
});
