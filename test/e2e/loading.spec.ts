import { expect, test } from './fixtures.ts';

test('the first page can be used after five requests, and the account is read once', async ({
  page,
  signIn,
  service,
}) => {
  await signIn('ada');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  // The scripts of index.html and the page's own code are asked for together, before any has run.
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.js')) scripts.push(request.url());
  });
  let arrived = false;
  page.on('requestfinished', (request) => {
    if (request.url().endsWith('.js')) arrived = true;
    if (!arrived) return;
  });
  await page.route('**/me/preferences', (route) => route.abort());
  await page.goto(`${service.url}/profile`, { waitUntil: 'commit' });
  await expect(page.getByRole('textbox', { name: 'Display name' })).toBeVisible();
  const needed = requests.filter((path) => !/icon|\/me\/preferences|sessions|usage|preferences|danger|intent|segmented|save-file/.test(path));
  expect(needed.filter((path) => path === '/me')).toHaveLength(1);
  expect(needed.length).toBeLessThanOrEqual(5);
  expect(scripts.length).toBeGreaterThan(1);
});
