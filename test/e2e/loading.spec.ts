import { readdirSync, readFileSync } from 'node:fs';
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
  const later = /more-cards|preferences|icon|session-watch|leave-question|dialog/;
  await page.route(later, () => undefined);
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  await page.goto(`${service.url}/profile`, { waitUntil: 'commit' });
  await page.getByRole('textbox', { name: 'Display name' }).fill('Ada King');
  await expect(page.getByText('1 unsaved change')).toBeVisible();
  // The other cards' code is one file and what it shares with other pages.
  const shared = /\/(badge|dates|digits|time-zone-field|use-minute|zone-name)-/;
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

test('every style stands in the cascade layer, where a host’s own rules win over it', () => {
  const assets = 'dist/client/assets';
  const sheets = readdirSync(assets).filter((name) => name.endsWith('.css'));
  expect(sheets).not.toEqual([]);
  for (const name of sheets) {
    let rest = readFileSync(`${assets}/${name}`, 'utf8').replace(/\/\*.*?\*\//gs, '');
    let layers = 0;
    // What is left once each layer is taken out, brace by brace.
    for (let at = rest.indexOf('@layer account-settings{'); at >= 0; layers += 1) {
      let end = rest.indexOf('{', at) + 1;
      for (let depth = 1; depth > 0; end += 1) {
        if (rest[end] === '{') depth += 1;
        if (rest[end] === '}') depth -= 1;
      }
      rest = rest.slice(0, at) + rest.slice(end);
      at = rest.indexOf('@layer account-settings{');
    }
    expect(layers).toBeGreaterThan(0);
    expect(rest.trim()).toBe('');
  }
});
