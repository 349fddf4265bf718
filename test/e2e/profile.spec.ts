import { card, expect, readingTest, test } from './fixtures.ts';

test('changes the username, the time zone and the phone, and finds them after a reload', async ({
  page,
  signIn,
}) => {
  await signIn('ada');
  const profile = card(page, 'Public profile');
  await profile.getByRole('textbox', { name: 'Username' }).fill('ada_l');
  await expect(profile.getByText('ada_l is available')).toBeVisible();
  await profile.getByRole('button', { name: 'Save profile' }).click();
  await expect(profile.getByText('Saved', { exact: true })).toBeVisible();

  const region = card(page, 'Region');
  await region.getByRole('button', { name: 'Time zone' }).click();
  await page.getByRole('combobox').fill('calc');
  await page.getByRole('option', { name: /Kolkata/ }).click();
  await region.getByRole('button', { name: 'Save region' }).click();
  await expect(region.getByText('Saved', { exact: true })).toBeVisible();

  const phones = card(page, 'Phone numbers');
  await phones.getByRole('textbox', { name: 'Primary number' }).fill('+33 (0)1.42-68 53 00');
  await phones.getByRole('button', { name: 'Save phone' }).click();
  await expect(phones.getByText('Saved', { exact: true })).toBeVisible();

  await page.reload();
  await expect(profile.getByRole('textbox', { name: 'Username' })).toHaveValue('ada_l');
  await expect(region.getByRole('button', { name: 'Time zone' })).toContainText('Kolkata');
  await expect(phones.getByRole('textbox', { name: 'Primary number' })).toHaveValue('+33142685300');
  await expect(phones.getByText('Unverified')).toBeVisible();
});

test('saves a number as it is dialled at home, in the country that is shown', async ({
  page,
  signIn,
}) => {
  const patches: unknown[] = [];
  const countries: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') patches.push(request.postDataJSON());
    if (/on-intent-/.test(request.url())) countries.push(request.url());
  });
  await signIn('ada');
  const phones = card(page, 'Phone numbers');
  const field = phones.getByRole('textbox', { name: 'Primary number' });
  await expect(field).toHaveValue('+442079460018');
  expect(countries).toEqual([]);
  await phones.scrollIntoViewIfNeeded();
  await expect(phones.getByRole('listitem').first()).toContainText('+44 20 7946 0018');

  await field.fill('020 7946 0019');
  const country = phones.getByRole('combobox', { name: 'Country' });
  await expect(country).toHaveValue('GB');
  await expect(phones.getByText('Stored as +44 20 7946 0019')).toBeVisible();
  await field.fill('030/123456');
  await country.selectOption('DE');
  await expect(phones.getByText('Stored as +49 30 123456')).toBeVisible();
  await page.reload();
  await expect(field).toHaveValue('030/123456');
  await expect(country).toHaveValue('DE');
  await phones.getByRole('button', { name: 'Save phone' }).click();
  await expect(phones.getByText('Saved', { exact: true })).toBeVisible();
  expect(patches).toEqual([{ phoneNumber: '+4930123456' }]);
  await expect(field).toHaveValue('+4930123456');
  await expect(phones.getByText('+49 30 123456', { exact: true })).toBeVisible();
});

test('takes numbers with + while the countries cannot be had, and says so', async ({
  page,
  signIn,
}) => {
  await page.route(/on-intent-/, (route) => route.abort());
  await signIn('ada');
  const phones = card(page, 'Phone numbers');
  const field = phones.getByRole('textbox', { name: 'Primary number' });
  await field.fill('020 7946 0019');
  await phones.getByRole('button', { name: 'Save phone' }).click();
  await expect(field).toHaveAccessibleDescription(
    'The countries could not be loaded. Start with + and the country code.',
  );
  await field.fill('+44 (0)20 7946 0019');
  await expect(phones.getByText('Stored as +442079460019')).toBeVisible();
  await phones.getByRole('button', { name: 'Save phone' }).click();
  await expect(phones.getByText('Saved', { exact: true })).toBeVisible();
  await expect(field).toHaveValue('+442079460019');
});

const broken = [
  {
    card: 'Public profile',
    field: 'Username',
    text: 'a',
    save: 'Save profile',
    says: 'Use 3 to 30 characters.',
  },
  {
    card: 'Public profile',
    field: 'Username',
    text: 'ada lovelace',
    save: 'Save profile',
    says: 'Use only letters A–Z, digits, hyphens and underscores.',
  },
  {
    card: 'Public profile',
    field: 'Photo address',
    text: 'http://example.org/a.png',
    save: 'Save profile',
    says: 'Use a complete address that starts with https://.',
  },
  {
    card: 'Public profile',
    field: 'Bio',
    text: 'x'.repeat(501),
    save: 'Save profile',
    says: 'Use at most 500 characters.',
  },
  {
    card: 'Public profile',
    field: 'Display name',
    text: '',
    save: 'Save profile',
    says: 'Enter a name.',
  },
  {
    card: 'Email addresses',
    field: 'Primary address',
    text: 'ada@',
    save: 'Save email',
    says: 'This is not a valid email address.',
  },
  {
    card: 'Phone numbers',
    field: 'Primary number',
    text: '12',
    save: 'Save phone',
    says: 'Enter 7 to 15 digits. You can use spaces, dashes, dots, parentheses and a leading +.',
  },
];

readingTest(
  'says beside each field which rule is broken, and no request leaves',
  async ({ page, signIn, writes }) => {
    await signIn('ada');
    for (const { card: title, field, text, save, says } of broken) {
      const region = card(page, title);
      const input = region.getByRole('textbox', { name: field });
      await input.fill(text);
      await region.getByRole('button', { name: save }).click();
      await expect(region.getByText(says)).toBeVisible();
      await expect(input).toHaveAttribute('aria-invalid', 'true');
      await expect(input).toBeFocused();
      await expect(input).toHaveAccessibleDescription(says);
      await region.getByRole('button', { name: 'Discard' }).click();
      await expect(region.getByText(says)).toBeHidden();
    }

    const region = card(page, 'Region');
    await region.getByRole('button', { name: /Time zone/ }).click();
    await page.getByRole('combobox').fill('Mars/Base');
    await page.keyboard.press('Enter');
    const refused = '“Mars/Base” is not a time zone. Choose one from the list.';
    await expect(region.getByText(refused)).toBeVisible();
    await region.getByRole('button', { name: 'Save region' }).click();
    await expect(region.getByText(refused)).toBeVisible();
    await expect(region.getByRole('button', { name: /Time zone/ })).toHaveAccessibleDescription(
      refused,
    );
    expect(writes).toEqual([]);
  },
);

readingTest(
  'hears from the service that a name is taken, on the field, and keeps the text',
  async ({ page, signIn }) => {
    await signIn('ada');
    // The person is faster than the check while typing: the answer at save has the last word.
    await page.route('**/me/username-availability*', (route) => route.abort());
    const profile = card(page, 'Public profile');
    const username = profile.getByRole('textbox', { name: 'Username' });
    await username.fill('HEAVY');
    await username.press('Enter');
    await expect(profile.getByText('HEAVY is taken. Try another one.')).toBeVisible();
    await expect(username).toHaveValue('HEAVY');
    await expect(username).toBeFocused();
  },
);

test('merges by itself what was changed elsewhere, and asks about what clashes', async ({
  page,
  signIn,
  service,
  request,
}) => {
  await signIn('ada');
  const profile = card(page, 'Public profile');
  const name = profile.getByRole('textbox', { name: 'Display name' });
  await name.fill('Ada Byron');

  const headers = { Authorization: `Bearer ${await service.token('ada')}` };
  const elsewhere = (data: object) => request.patch(`${service.url}/me`, { headers, data });
  expect((await elsewhere({ bio: 'Written elsewhere.' })).status()).toBe(200);
  await profile.getByRole('button', { name: 'Save profile' }).click();
  await expect(profile.getByText('Saved', { exact: true })).toBeVisible();
  await expect(profile.getByRole('textbox', { name: 'Bio' })).toHaveValue('Written elsewhere.');

  await name.fill('Ada Lovelace');
  expect((await elsewhere({ name: 'Ada King' })).status()).toBe(200);
  await profile.getByRole('button', { name: 'Save profile' }).click();
  const dialog = page.getByRole('dialog', { name: 'This was changed somewhere else' });
  await expect(dialog.getByText('Ada King')).toBeVisible();
  await dialog.getByRole('radio', { name: /Saved somewhere else/ }).check();
  await dialog.getByRole('button', { name: 'Save choice' }).click();
  await expect(dialog).toBeHidden();
  await expect(name).toHaveValue('Ada King');
  await page.reload();
  await expect(name).toHaveValue('Ada King');
});

readingTest(
  'follows a deep link to its field, and moves the focus on navigation',
  async ({ page, signIn }) => {
    await signIn('ada', '/profile#username');
    await expect(page.getByRole('textbox', { name: 'Username' })).toBeFocused();
    await expect(page).toHaveTitle('Profile · Account settings');
    await page.getByRole('link', { name: 'Sessions' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sessions' })).toBeFocused();
    await expect(page).toHaveTitle('Sessions · Account settings');
  },
);

readingTest(
  'goes from / to the profile, and says inside the shell that a page does not exist',
  async ({ page, signIn, service }) => {
    await signIn('ada', '/');
    await expect(page).toHaveURL(/\/profile$/);
    const answer = await page.goto(`${service.url}/nowhere`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
    await page.getByRole('link', { name: 'Go to Profile' }).click();
    await expect(page).toHaveURL(/\/profile$/);
  },
);

readingTest('skips to the content with the first Tab', async ({ page, signIn }) => {
  await signIn('ada');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});
