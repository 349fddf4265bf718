import { expect, readingTest as test } from './fixtures.ts';

test('the first card can be used after four requests, and the account is read once', async ({
  page,
  signIn,
  service,
}) => {
  await signIn('ada');
  // What the page left behind still asks for is none of this.
  await page.goto('about:blank');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  // What the page asks for once its first card is there never comes, and is not counted.
  const later = /more-cards|preferences|icon/;
  await page.route(later, () => undefined);
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  await page.goto(`${service.url}/profile`, { waitUntil: 'commit' });
  await page.getByRole('textbox', { name: 'Display name' }).fill('Ada King');
  await expect(page.getByText('1 unsaved change')).toBeVisible();
  // The other cards' code is one file and what it shares with other pages.
  const shared = /\/(badge|dates|time-zone-field|use-minute)-/;
  const before = requests.filter((path) => !later.test(path) && !shared.test(path));
  expect(before.map((path) => path.replace(/-[\w-]{8}\./, '.')).toSorted()).toEqual([
    '/assets/index.js',
    '/assets/style.css',
    '/me',
    '/profile',
  ]);
});

test('another page asks for its code and words before the entry has arrived', async ({
  page,
  signIn,
  service,
}) => {
  await signIn('ada');
  await page.goto('about:blank');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.route('**/assets/index-*.js', () => undefined);
  await page.goto(`${service.url}/usage`, { waitUntil: 'commit' });
  await expect.poll(() => asked.filter((path) => /usage-page-|usage-/.test(path)).length).toBe(2);
});
