import type { Page } from '@playwright/test';
import { card, expect, readingTest, test } from './fixtures.ts';

// The operations of Mirra against the reference service, signed by its cookie.
test.use({ config: { backend: { kind: 'mirra' } } });

interface Call {
  method: string;
  params: unknown;
}

/** The operations called so far; nothing else of the account may be asked. */
function callsOf(page: Page): Call[] {
  const calls: Call[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/me')) calls.push({ method: pathname, params: undefined });
    if (pathname === '/api/sdk/v2/resources/call') calls.push(request.postDataJSON() as Call);
  });
  return calls;
}

/** What the REST dialect says of the account: the same account. */
async function readMe(page: Page, path = '/me'): Promise<Record<string, unknown>> {
  return page.evaluate(async (url) => (await fetch(url)).json(), path);
}

test('changes username, email, time zone and phone number', async ({ page, signIn }) => {
  const calls = callsOf(page);
  await signIn('ada');
  const edits = [
    ['Public profile', 'Username', 'countess', { username: 'countess' }],
    ['Email addresses', 'Primary address', 'ada@engine.example', { email: 'ada@engine.example' }],
    ['Phone numbers', 'Primary number', '+44 20 7946 0999', { phoneNumber: '+442079460999' }],
  ] as const;
  for (const [title, label, text, params] of edits) {
    const form = card(page, title);
    await form.getByRole('textbox', { name: label }).fill(text);
    await form.getByRole('button', { name: /^Save/ }).click();
    await expect(form.getByText('Saved', { exact: true })).toBeVisible();
    expect(calls.at(-1)).toEqual({ resourceId: 'user', method: 'updateProfile', params });
  }
  const region = card(page, 'Region');
  await region.getByRole('button', { name: /^Time zone/ }).click();
  await page.getByRole('combobox').fill('Tokyo');
  await page.getByRole('option', { name: /^Tokyo/ }).click();
  await region.getByRole('button', { name: 'Save region' }).click();
  await expect(region.getByText('Saved', { exact: true })).toBeVisible();

  expect(calls.map(({ method }) => method).filter((method) => method.startsWith('/'))).toEqual([]);
  expect(await readMe(page)).toMatchObject({
    username: 'countess',
    email: 'ada@engine.example',
    phoneNumber: '+442079460999',
    timezone: 'Asia/Tokyo',
    name: 'Ada Lovelace',
  });
  await expect(page.getByRole('textbox', { name: 'Display name' })).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Bio' })).toHaveCount(0);
});

readingTest(
  'says beside the field that a username is taken, or breaks the rule',
  async ({ page, signIn }) => {
    const calls = callsOf(page);
    await signIn('ada');
    const form = card(page, 'Public profile');
    const username = form.getByRole('textbox', { name: 'Username' });
    await username.fill('a b');
    await form.getByRole('button', { name: 'Save profile' }).click();
    await expect(form.getByText(/^Use only letters/)).toBeVisible();
    expect(calls.filter(({ method }) => method === 'updateProfile')).toEqual([]);
    await username.fill('Heavy');
    await form.getByRole('button', { name: 'Save profile' }).click();
    await expect(form.getByText('Heavy is taken. Try another one.')).toBeVisible();
    await expect(username).toHaveValue('Heavy');
  },
);

test('keeps the two time zones apart, and saves the links', async ({ page, signIn }) => {
  await signIn('ada', '/preferences');
  const scheduling = card(page, 'Scheduling');
  await scheduling.getByRole('button', { name: /^Time zone for schedules/ }).click();
  await page.getByRole('combobox').fill('Nairobi');
  await page.getByRole('option', { name: /^Nairobi/ }).click();
  await scheduling.getByRole('button', { name: 'Save scheduling' }).click();
  await expect(scheduling.getByText('Saved', { exact: true })).toBeVisible();
  const links = card(page, 'Social links');
  await links.getByRole('textbox', { name: 'Twitter' }).fill('countess');
  await links.getByRole('textbox', { name: 'Discord' }).fill('');
  await links.getByRole('button', { name: 'Save links' }).click();
  await expect(links.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(
    scheduling.getByRole('button', { name: /^Time zone for schedules.*Nairobi/ }),
  ).toBeVisible();
  expect(await readMe(page)).toMatchObject({ timezone: 'Europe/London' });
  expect(await readMe(page, '/me/preferences')).toMatchObject({
    timezone: 'Africa/Nairobi',
    socials: { twitter: 'countess' },
  });
  await expect(page.getByRole('region', { name: 'Appearance' })).toHaveCount(0);
});

test('shows usage without a daily chart, and sessions without a way to sign them out', async ({
  page,
  signIn,
}) => {
  await signIn('ada', '/usage');
  await expect(page.getByRole('meter', { name: 'Tokens used of your quota' })).toBeVisible();
  await expect(
    card(page, 'Daily use').getByText('This service keeps no record of daily use.'),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Sessions' }).click();
  const devices = card(page, 'Devices');
  await expect(devices.getByRole('listitem')).toHaveCount(6);
  await expect(devices.getByText(/cannot sign out single devices/)).toBeVisible();
  await expect(devices.getByRole('button')).toHaveCount(0);
});

test('deactivates for who types the username, and sends the confirmation once', async ({
  page,
  signIn,
}) => {
  const calls = callsOf(page);
  await signIn('ada', '/danger-zone');
  await card(page, 'Delete account')
    .getByRole('button', { name: /^Delete account/ })
    .click();
  const dialog = page.getByRole('alertdialog');
  const remove = dialog.getByRole('button', { name: 'Delete account' });
  const phrase = dialog.getByRole('textbox', { name: 'Type ada to confirm' });
  await phrase.fill('Ada');
  await phrase.press('Enter');
  await expect(dialog.getByText(/^This is not the same/)).toBeVisible();
  await phrase.fill('ada');
  await remove.click();
  await expect(page.getByRole('heading', { name: 'Your account is deactivated' })).toBeVisible();
  await expect(page.getByText('You are signed out on every device.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Sign in and restore' })).toHaveCount(0);
  expect(calls.filter(({ method }) => method === 'deactivateAccount')).toEqual([
    { resourceId: 'user', method: 'deactivateAccount', params: { confirm: true } },
  ]);
});

test('asks before an edit overwrites what another device changed, though the dialect has no versions', async ({
  page,
  signIn,
  service,
  request,
}) => {
  const headers = { 'X-API-Key': await service.credential('ada', '--api-key') };
  const elsewhere = (username: string) =>
    request.post(`${service.url}/api/sdk/v2/resources/call`, {
      headers,
      data: { resourceId: 'user', method: 'updateProfile', params: { username } },
    });
  await signIn('ada');
  const form = card(page, 'Public profile');
  const username = form.getByRole('textbox', { name: 'Username' });
  await username.fill('countess');
  expect((await elsewhere('analyst')).status()).toBe(200);
  await form.getByRole('button', { name: 'Save profile' }).click();
  const dialog = page.getByRole('dialog', { name: 'This was changed somewhere else' });
  await expect(dialog.getByText('analyst')).toBeVisible();
  expect(await readMe(page)).toMatchObject({ username: 'analyst' });
  await dialog.getByRole('radio', { name: /Yours, not saved yet/ }).check();
  await dialog.getByRole('button', { name: 'Save choice' }).click();
  await expect(form.getByText('Saved', { exact: true })).toBeVisible();
  expect(await readMe(page)).toMatchObject({ username: 'countess' });
});
