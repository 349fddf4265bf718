import { card, expect, readingTest, test } from './fixtures.ts';

test.use({ config: { backend: { kind: 'bird' } } });

test('changes the five fields, one PATCH each with no other key', async ({ page, signIn }) => {
  const bodies: unknown[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') bodies.push(request.postDataJSON());
  });
  await signIn('ada');
  const profile = card(page, 'Public profile');
  const edits = [
    ['Display name', 'Augusta Ada King', { name: 'Augusta Ada King' }],
    ['Bio', 'Wrote the first program.', { bio: 'Wrote the first program.' }],
    ['Photo address', 'https://example.com/a.png', { avatarUrl: 'https://example.com/a.png' }],
  ] as const;
  for (const [label, text, body] of edits) {
    await profile.getByRole('textbox', { name: label }).fill(text);
    await profile.getByRole('button', { name: 'Save profile' }).click();
    await expect(profile.getByText('Saved', { exact: true })).toBeVisible();
    expect(bodies.at(-1)).toEqual(body);
  }
  const region = card(page, 'Region');
  await region.getByRole('button', { name: /^Time zone/ }).click();
  await page.getByRole('combobox').fill('Turin');
  await page.getByRole('combobox').fill('Rome');
  await page.getByRole('option', { name: /^Rome/ }).click();
  await region.getByRole('button', { name: /^Language/ }).click();
  await page.getByRole('combobox').fill('English (Canada)');
  await page
    .getByRole('option', { name: /Canada/ })
    .first()
    .click();
  await region.getByRole('button', { name: 'Save region' }).click();
  await expect(region.getByText('Saved', { exact: true })).toBeVisible();
  expect(bodies.at(-1)).toEqual({ timezone: 'Europe/Rome', locale: 'en-CA' });
});

readingTest(
  'shows addresses and numbers with the reason why they only stand there',
  async ({ page, signIn }) => {
    await signIn('ada');
    for (const [title, text] of [
      ['Email addresses', 'ada@analytical.example'],
      ['Phone numbers', '+44 20 7946 0018'],
    ] as const) {
      const shown = card(page, title);
      // Numbers are written as people do once they are looked at.
      await shown.scrollIntoViewIfNeeded();
      await expect(shown.getByText(text)).toBeVisible();
      await expect(shown.getByText(/^Managed where you sign in/)).toBeVisible();
      await expect(shown.getByRole('button')).toHaveCount(0);
      await expect(shown.getByRole('textbox')).toHaveCount(0);
    }
    await expect(page.getByRole('textbox', { name: 'Username' })).toHaveCount(0);
  },
);

test('leads only to pages with something on them, and asks for nothing else', async ({
  page,
  signIn,
}) => {
  const asked = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/me')) asked.add(`${request.method()} ${pathname}`);
  });
  await signIn('ada');
  const nav = page.getByRole('navigation', { name: 'Account settings' });
  await expect(nav.getByRole('link')).toHaveText(['Profile', 'Sessions', 'Danger zone']);
  await nav.getByRole('link', { name: 'Sessions' }).click();
  await expect(page.getByText(/^6 devices are signed in to your account/)).toBeVisible();
  await nav.getByRole('link', { name: 'Danger zone' }).click();
  await expect(page.getByText('You cannot restore it here.', { exact: false })).toBeVisible();
  await page.goto(new URL('/usage', page.url()).href);
  await expect(page.getByText('There is nothing here for this account.')).toBeVisible();
  await page.getByRole('link', { name: 'Go to Profile' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible();
  expect([...asked]).toEqual(['GET /me']);
});

test('deletes by DELETE /me for who types the name that the backend knows', async ({
  page,
  signIn,
  writes,
}) => {
  await signIn('ada', '/danger-zone');
  await card(page, 'Delete account')
    .getByRole('button', { name: /^Delete account/ })
    .click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('textbox', { name: 'Type ada to confirm' }).fill('ada');
  await dialog.getByRole('button', { name: 'Delete account' }).click();
  await expect(page.getByRole('heading', { name: 'Your account is deactivated' })).toBeVisible();
  expect(writes).toEqual(['DELETE /me']);
});
