import { card, expect, test } from './fixtures.ts';

test('who acts for somebody sees whose account it is, edits it, and is offered nothing that is refused', async ({
  page,
  service,
  writes,
}) => {
  await page.goto(`${service.url}/sign-in`);
  await page.getByRole('button', { name: 'Act for Ada Lovelace' }).click();
  const banner = page.getByText(/^Sam Support is acting for Ada/);
  await expect(banner).toBeVisible();

  const profile = card(page, 'Public profile');
  await profile.getByRole('textbox', { name: 'Display name' }).fill('Ada King');
  await profile.getByRole('button', { name: 'Save profile' }).click();
  await expect(profile.getByText('Saved', { exact: true })).toBeVisible();
  expect(writes).toEqual(['PATCH /me']);

  const emails = card(page, 'Email addresses');
  await expect(emails.getByText('ada@analytical.example')).toBeVisible();
  await expect(emails.getByText('Only the owner of this account can do this.')).toBeVisible();
  await expect(emails.getByRole('textbox')).toHaveCount(0);
  await expect(emails.getByRole('button')).toHaveCount(0);

  await page.getByRole('link', { name: 'Sessions' }).click();
  await expect(card(page, 'Other devices').getByRole('listitem')).toHaveCount(5);
  await expect(page.getByRole('button', { name: /^Sign out ./ })).toHaveCount(0);

  await page.getByRole('link', { name: 'Danger zone' }).click();
  await expect(
    card(page, 'Delete account').getByText('Only the owner of this account can do this.'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: /^Delete account/ })).toHaveCount(0);
  await expect(banner).toBeVisible();
});

test('the person sees who acts for them and ends it: nothing is saved for them any more', async ({
  page,
  browser,
  service,
  signIn,
}) => {
  const support = await browser.newPage({ locale: 'en-GB' });
  await support.goto(`${service.url}/sign-in?next=/profile`);
  await support.getByRole('button', { name: 'Act for Ada Lovelace' }).click();
  const bio = support.getByRole('textbox', { name: 'Bio' });
  await bio.fill('Typed by Sam.');

  await signIn('ada', '/sessions');
  await expect(page.getByText(/is acting for/)).toHaveCount(0);
  const row = card(page, 'Other devices')
    .getByRole('listitem')
    .filter({ hasText: 'Sam Support, acting for the owner' });
  await row.getByRole('button', { name: /^Sign out/ }).click();
  await expect(row.getByText('Signed out')).toBeVisible();

  await support.getByRole('button', { name: 'Save profile' }).click();
  await expect(support.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  const me = await page.evaluate(async () => (await fetch('/me')).json());
  expect(me).toMatchObject({ bio: expect.not.stringContaining('Sam') });
  await support.close();
});

test('a token that names who acts lets the page edit, and the service refuses the rest', async ({
  page,
  service,
  request,
}) => {
  const token = await service.credential('ada', '--acting', 'Sam Support');
  const headers = { Authorization: `Bearer ${token}` };
  const patch = await request.patch(`${service.url}/me`, { headers, data: { bio: 'By Sam.' } });
  expect(patch.status()).toBe(200);
  expect(await patch.json()).toMatchObject({
    executionMode: 'delegated',
    actor: { name: 'Sam Support' },
  });
  const { results } = (await (
    await request.get(`${service.url}/me/sessions`, { headers })
  ).json()) as { results: { id: string }[] };
  for (const [method, path] of [
    ['DELETE', '/me'],
    ['DELETE', `/me/sessions/${results.at(-1)?.id}`],
    ['DELETE', '/me/sessions?except=current'],
  ] as const) {
    const refused = await request.fetch(service.url + path, { method, headers });
    expect(refused.status()).toBe(403);
  }
  await page.goto(`${service.url}/sign-in`);
  await page.getByRole('button', { name: '@ada' }).click();
  await expect(page.getByRole('textbox', { name: 'Bio' })).toHaveValue('By Sam.');
});
