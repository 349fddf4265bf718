import { readFile } from 'node:fs/promises';
import { card, expect, readingTest, test } from './fixtures.ts';

test('deletes the account by keyboard alone, then signs in and restores it', async ({
  page,
  signIn,
  service,
  request,
  writes,
}) => {
  const token = await service.token('ada');
  const read = () =>
    request.get(`${service.url}/me`, { headers: { Authorization: `Bearer ${token}` } });
  expect((await read()).status()).toBe(200);

  await signIn('ada', '/danger-zone');
  const remove = card(page, 'Delete account').getByRole('button', { name: /^Delete account/ });
  await expect(remove).toBeVisible();
  for (let i = 0; i < 40; i++) {
    if (await remove.evaluate((button) => button === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(remove).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog', { name: 'Delete @ada?' });
  await expect(dialog.getByRole('button', { name: 'Keep my account' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(remove).toBeFocused();

  await page.keyboard.press('Enter');
  const input = dialog.getByRole('textbox', { name: 'Type ada to confirm' });
  for (let i = 0; i < 5; i++) {
    if (await input.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  expect(writes).toEqual([]);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('ada');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Your account is deactivated' })).toBeVisible();
  await expect(page.getByText(/It is erased on \d+ \w+ \d{4}/)).toBeVisible();
  expect(writes).toEqual(['DELETE /me']);
  expect((await read()).status()).toBe(401);

  await page.getByRole('link', { name: 'Sign in and restore' }).click();
  await page.getByRole('button', { name: '@ada' }).click();
  await expect(page.getByText(/This account is erased on/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Display name' })).toBeHidden();
  await page.getByRole('button', { name: 'Restore account' }).click();
  await expect(page.getByText(/This account is erased on/)).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Display name' })).toHaveValue('Ada Lovelace');
});

test('keeps the dialog open when the service cannot delete, and sends one request a try', async ({
  page,
  signIn,
  writes,
}) => {
  await signIn('ada', '/danger-zone');
  let answers = 0;
  await page.route('**/me', async (route) => {
    if (route.request().method() !== 'DELETE') return route.fallback();
    answers += 1;
    if (answers === 1) return route.fulfill({ status: 503, body: 'busy' });
    return route.fallback();
  });
  await card(page, 'Delete account')
    .getByRole('button', { name: /^Delete account/ })
    .click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('textbox').fill('ada');
  await dialog.getByRole('button', { name: 'Delete account' }).dblclick();
  await expect(dialog.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible();
  expect(writes).toEqual(['DELETE /me']);
  await dialog.getByRole('button', { name: /Try again|Delete account/ }).click();
  await expect(page.getByRole('heading', { name: 'Your account is deactivated' })).toBeVisible();
  expect(writes).toEqual(['DELETE /me', 'DELETE /me']);
});

readingTest('downloads the export as one JSON document', async ({ page, signIn }) => {
  await signIn('ada', '/danger-zone');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download export' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^account-ada-\d{4}-\d{2}-\d{2}\.json$/);
  const document: unknown = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(document).toMatchObject({ profile: { username: 'ada', name: 'Ada Lovelace' } });
});

test('an account on its way out can only look, export and come back', async ({
  page,
  signIn,
  writes,
}) => {
  await signIn('leaving');
  await expect(page.getByText(/This account is erased on/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Save/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'Danger zone' }).click();
  await expect(page.getByRole('button', { name: 'Download export' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Delete account/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Restore account' }).click();
  await expect(page.getByRole('button', { name: /^Delete account/ })).toBeVisible();
  expect(writes).toEqual(['POST /me/restore']);
});
