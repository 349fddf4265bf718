import { card, expect, test } from './fixtures.ts';

test('signs out one device, then all others, and the tokens of both are dead at once', async ({
  page,
  signIn,
  service,
  request,
}) => {
  const [lost, other] = [await service.token('ada'), await service.token('ada')];
  const status = async (token: string) =>
    (
      await request.get(`${service.url}/me`, { headers: { Authorization: `Bearer ${token}` } })
    ).status();
  const sessions = await request.get(`${service.url}/me/sessions`, {
    headers: { Authorization: `Bearer ${lost}` },
  });
  const { results } = (await sessions.json()) as { results: { id: string; current: boolean }[] };
  expect(results.filter(({ current }) => current)).toHaveLength(1);

  await signIn('ada', '/sessions');
  await expect(page.getByText('This device').last()).toBeVisible();
  const others = card(page, 'Other devices');
  const rows = others.getByRole('listitem');
  await expect(rows).toHaveCount(7);
  const first = rows.first();
  await first.getByRole('button', { name: /^Sign out/ }).click();
  await expect(first.getByText('Signed out')).toBeVisible();
  await expect(first).toBeFocused();
  const dead = await Promise.all([status(lost), status(other)]);
  expect(dead.toSorted((a, b) => a - b)).toEqual([200, 401]);

  await others.getByRole('button', { name: 'Sign out 6 other devices' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: /^Sign out/ }).click();
  await expect(rows.getByText('Signed out')).toHaveCount(7);
  expect(await Promise.all([status(lost), status(other)])).toEqual([401, 401]);
});

test('a row comes back with the reason when signing it out fails', async ({ page, signIn }) => {
  await signIn('ada', '/sessions');
  const rows = card(page, 'Other devices').getByRole('listitem');
  await expect(rows).toHaveCount(5);
  await page.route('**/me/sessions/*', (route) => route.fulfill({ status: 503, body: '' }));
  await rows
    .first()
    .getByRole('button', { name: /^Sign out/ })
    .click();
  await expect(page.getByRole('alert').filter({ hasText: /\S/ }).first()).toBeVisible();
  await expect(rows).toHaveCount(5);
});

test('signing out here ends the session, and nothing of the account stays on the page', async ({
  page,
  signIn,
  service,
}) => {
  await signIn('ada', '/sessions');
  await page
    .getByRole('region', { name: /This device|Chrom/ })
    .getByRole('button', { name: 'Sign out' })
    .click();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await expect(page.getByText('Ada Lovelace')).toHaveCount(0);
  const answer = await page.request.get(`${service.url}/me`);
  expect(answer.status()).toBe(401);
});

test('a session signed out from elsewhere ends here, keeps what was typed, and goes on after sign-in', async ({
  page,
  signIn,
  service,
  request,
}) => {
  await signIn('ada');
  const bio = page.getByRole('textbox', { name: 'Bio' });
  await bio.fill('Typed before the session ended.');
  const token = await service.token('ada');
  const revoked = await request.delete(`${service.url}/me/sessions?except=current`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  expect(revoked.status()).toBe(200);
  await page.getByRole('button', { name: 'Save profile' }).click();
  await expect(page.getByText(/Your session has ended/)).toHaveCount(1);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: '@ada' }).click();
  await expect(bio).toHaveValue('Typed before the session ended.');
  await page.getByRole('button', { name: 'Save profile' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
});

test('ten thousand sessions scroll with few rows in the document', async ({ page, signIn }) => {
  await signIn('heavy', '/sessions');
  await expect(page.getByRole('button', { name: /Sign out 10,000 other devices/ })).toBeVisible();
  const rows = card(page, 'Other devices').getByRole('listitem');
  const lastSeen = () => rows.last().getAttribute('aria-posinset');
  await expect
    .poll(
      async () => {
        await page.mouse.wheel(0, 40_000);
        return Number(await lastSeen());
      },
      { timeout: 45_000, intervals: [50] },
    )
    .toBe(10_000);
  expect(await rows.count()).toBeLessThanOrEqual(200);
});

test('when somebody else signs in in another tab, the page turns to them and mixes nothing', async ({
  page,
  context,
  signIn,
  service,
}) => {
  await signIn('ada');
  await expect(page.getByText('@ada')).toBeVisible();
  const other = await context.newPage();
  await other.goto(`${service.url}/sign-in`);
  await other.getByRole('button', { name: '@new' }).click();
  await expect(other.getByText('@new')).toBeVisible();

  await page.getByRole('link', { name: 'Sessions' }).click();
  await expect(page.getByText('@new')).toBeVisible();
  await expect(page.getByText('@ada')).toHaveCount(0);
  await expect(page.getByText('You are only signed in here.')).toBeVisible();
});
