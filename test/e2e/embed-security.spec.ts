import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Locator, Page } from '@playwright/test';
import { startStaticHost } from '../tools/static-host.ts';
import { expect, log, ownTest, test } from './embed-fixtures.ts';

/** A page of somebody else's, with this script, on an origin that is no client's. */
async function startHostile(script: string) {
  const server = createServer((request, response) => {
    const isScript = request.url === '/hostile.js';
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html><script src="/hostile.js" defer></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => void server.close(),
  };
}

const frameOf = (src: string) =>
  `const frame = document.createElement('iframe'); frame.src = ${JSON.stringify(src)}; document.body.append(frame);`;

/** All that a document keeps, or can be found by; browsers may keep a frame from storing anything. */
const storageOf = (within: Locator) =>
  within.evaluate(async () => {
    const read = (storage: () => unknown) => {
      try {
        return storage();
      } catch {
        return 'blocked';
      }
    };
    return JSON.stringify([
      read(() => ({ ...localStorage })),
      read(() => ({ ...sessionStorage })),
      read(() => document.cookie),
      await indexedDB.databases().catch(() => 'blocked'),
      await caches.keys().catch(() => 'blocked'),
      location.href,
      history.state,
      performance.getEntries().map(({ name }) => name),
    ]);
  });

const endTokens = (page: Page) => page.getByRole('button', { name: 'End the token' }).click();

test('a token that ends while somebody types is asked for once more, and the edit is saved', async ({
  page,
  frame,
  openDrawer,
}) => {
  await openDrawer();
  await frame.getByRole('textbox', { name: 'Bio' }).fill('Notes, and a table.');
  await endTokens(page);
  await expect(log(page).filter({ hasText: 'the tokens were ended' })).toHaveCount(1);
  await frame.getByRole('button', { name: 'Save profile' }).click();
  await expect(log(page).filter({ hasText: /^saved: bio$/ })).toHaveCount(1);
  await expect(log(page).filter({ hasText: 'getToken: unauthorized' })).toHaveCount(1);
  await expect(frame.getByRole('textbox', { name: 'Bio' })).toHaveValue('Notes, and a table.');
});

test('with another person’s token nothing is written, everything is wiped, and it is said', async ({
  page,
  frame,
  example,
  openDrawer,
}) => {
  await openDrawer();
  const written: string[] = [];
  page.on('request', (request) => {
    const isOk =
      request.method() === 'GET' || !request.url().startsWith(`${example.service.url}/me`);
    if (!isOk) written.push(request.headers()['authorization'] ?? '');
  });
  await frame.getByRole('textbox', { name: 'Bio' }).fill('Ada’s own secret');
  await endTokens(page);
  await expect(log(page).filter({ hasText: 'the tokens were ended' })).toHaveCount(1);
  await page.getByLabel('Signed in').selectOption('new');
  await frame.getByRole('button', { name: 'Save profile' }).click();
  await expect(
    frame.getByRole('heading', { name: 'Somebody else is signed in now' }),
  ).toBeVisible();
  await expect(log(page).filter({ hasText: 'error: AccountChanged' })).not.toHaveCount(0);
  // What was sent was sent with the token that had ended.
  expect(written).toHaveLength(1);
  expect(await frame.locator('html').textContent()).not.toMatch(/Ada|secret/);
  expect(await storageOf(frame.locator('html'))).not.toMatch(/Ada|secret/);
  await frame.getByRole('button', { name: 'Go on' }).click();
  await expect(frame.getByRole('textbox', { name: 'Display name' })).toBeVisible();
  await expect(frame.getByRole('textbox', { name: 'Bio' })).toHaveValue('');
});

test('when the product no longer says who it is, the text stays until it does', async ({
  page,
  frame,
  openDrawer,
}) => {
  await openDrawer();
  await frame.getByRole('textbox', { name: 'Bio' }).fill('Kept');
  await endTokens(page);
  await expect(log(page).filter({ hasText: 'the tokens were ended' })).toHaveCount(1);
  await page.route('**/token?*', (route) => route.fulfill({ body: 'no-token-of-anybody' }));
  await frame.getByRole('button', { name: 'Save profile' }).click();
  await expect(frame.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await page.getByRole('button', { name: 'May it unload?' }).click();
  await expect(log(page).first()).toHaveText('mayUnload: false');
  await page.unroute('**/token?*');
  await frame.getByRole('button', { name: 'Try again' }).click();
  await expect(frame.getByRole('textbox', { name: 'Bio' })).toHaveValue('Kept');
  await frame.getByRole('button', { name: 'Save profile' }).click();
  await expect(log(page).filter({ hasText: /^saved: bio$/ })).toHaveCount(1);
});

test.describe('a hostile page', () => {
  test.use({ expectsFaults: true });

  test('that frames the page of a client, or the danger zone, sees nothing', async ({
    page,
    example,
  }) => {
    const { url } = example.service;
    const framed = [
      `${url}/embed/profile?client=example`,
      `${url}/embed/danger-zone?client=example`,
      `${url}/danger-zone`,
      `${url}/profile`,
    ];
    const hostile = await startHostile(framed.map((src) => `{ ${frameOf(src)} }`).join('\n'));
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    await page.goto(hostile.url);
    await expect
      .poll(() => refused.filter((text) => text.includes('frame-ancestors')).length)
      .toBe(framed.length);
    const shown = () =>
      page
        .frames()
        .slice(1)
        .map((frame) => frame.url());
    await expect.poll(shown).toEqual(framed.map(() => 'chrome-error://chromewebdata/'));
    hostile.close();
  });

  test('around a page whose server sets no policy gets no call for a token, whatever it says', async ({
    page,
  }) => {
    const host = await startStaticHost({
      auth: 'bearer',
      clients: { acme: { origins: ['https://app.acme.example'] } },
    });
    const script = `
      window.heard = [];
      ${frameOf(`${host.url}/embed/profile?client=acme`)}
      addEventListener('message', ({ data, source }) => {
        window.heard.push(data.type);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => window.heard.push(JSON.stringify(data));
        const state = { page: 'profile', tabs: false };
        source.postMessage({ namespace: 'account-settings', type: 'welcome', version: '1.0', state }, '*', [port2]);
        source.postMessage({ namespace: 'penpal', type: 'SYN', participantId: 'z' }, '*');
        source.postMessage({ penpal: 'syn' }, '*');
      });`;
    const hostile = await startHostile(script);
    await page.clock.install();
    await page.goto(hostile.url);
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    await expect.poll(heard).toEqual(['hello']);
    const frame = page.frameLocator('iframe');
    await page.clock.fastForward(11_000);
    await expect(
      frame.getByRole('heading', { name: 'This page belongs inside a product' }),
    ).toBeVisible();
    await expect(frame.getByRole('link', { name: 'Open in a new tab' })).toHaveAttribute(
      'href',
      '/profile',
    );
    expect(await heard()).toEqual(['hello']);
    hostile.close();
    await host.close();
  });
});

test.describe('a page that does not answer', () => {
  test.use({ expectsFaults: true });
  test('leaves a retry and a way to open it by itself', async ({ page, example }) => {
    await page.clock.install();
    await page.route('**/embed/profile*', (route) => route.abort());
    await page.goto(example.url);
    await page.getByRole('button', { name: 'My account' }).click();
    await expect(page.locator('#account iframe')).toBeAttached();
    await page.clock.fastForward(10_000);
    const notice = page.getByRole('alert');
    await expect(notice).toContainText('could not be shown here');
    await expect(log(page).first()).toHaveText('onError: frame_unreachable');
    await expect(notice.getByRole('link')).toHaveAttribute(
      'href',
      `${example.service.url}/profile`,
    );
    await page.unroute('**/embed/profile*');
    await notice.getByRole('button', { name: 'Try again' }).click();
    await expect(log(page).filter({ hasText: 'ready' })).toHaveCount(1);
    await expect(notice).toHaveCount(0);
  });
});

ownTest(
  'a token is found nowhere but in the headers of calls, after a tour of everything',
  async ({ page, frame, example, openDrawer }) => {
    const tokens: string[] = [];
    const said: string[] = [];
    const broken: string[] = [];
    await page.addInitScript(() => {
      // Whatever a page is told, in either window.
      addEventListener('message', ({ data }) => console.debug('message', JSON.stringify(data)));
      addEventListener('securitypolicyviolation', (event) =>
        console.debug('violation', event.violatedDirective, event.blockedURI),
      );
    });
    page.on('console', (message) => {
      (message.text().startsWith('violation') ? broken : said).push(message.text());
    });
    page.on('request', (request) => {
      said.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`);
      const { authorization, ...others } = request.headers();
      said.push(JSON.stringify(others));
      const token = authorization?.replace('Bearer ', '');
      if (token && !tokens.includes(token)) tokens.push(token);
    });
    await openDrawer();
    for (const name of ['Preferences', 'Usage', 'Sessions', 'Leave', 'Profile']) {
      await page.getByRole('button', { name, exact: true }).click();
      await expect(frame.getByRole('region').first()).toBeVisible();
      said.push(await frame.locator('html').evaluate((root) => root.outerHTML));
    }
    await endTokens(page);
    await expect(log(page).filter({ hasText: 'the tokens were ended' })).toHaveCount(1);
    await frame.getByRole('textbox', { name: 'Bio' }).fill('A bio that is typed');
    await frame.getByRole('button', { name: 'Save profile' }).click();
    await expect(log(page).filter({ hasText: /^saved: bio$/ })).toHaveCount(1);
    said.push(await page.locator('html').evaluate((root) => root.outerHTML));
    for (const within of [page.locator('html'), frame.locator('html')]) {
      said.push(await storageOf(within));
    }
    expect(tokens.length).toBeGreaterThanOrEqual(2);
    const everything = said.join('\n');
    // The search itself works.
    expect(everything).toContain('/embed/profile?client=example');
    for (const token of tokens) {
      expect(everything).not.toContain(token);
      expect(everything).not.toContain(token.split('.')[2] ?? token);
    }
    expect(broken).toEqual([]);
    expect(await page.context().cookies(example.service.url)).toEqual([]);
  },
);

test.describe('under Trusted Types', () => {
  test.use({ expectsFaults: true });
  test('no text ever becomes code: every page runs under Trusted Types without a violation', async ({
    page,
    example,
  }) => {
    const broken: string[] = [];
    await page.addInitScript(() =>
      addEventListener('securitypolicyviolation', (event) =>
        console.debug('violation', event.violatedDirective, event.blockedURI),
      ),
    );
    page.on('console', (message) => {
      if (message.text().startsWith('violation')) broken.push(message.text());
    });
    await page.goto(`${example.service.url}/sign-in?next=/profile`);
    await page.getByRole('button', { name: '@new' }).click();
    for (const path of ['/profile', '/preferences', '/usage', '/sessions', '/danger-zone']) {
      await page.goto(example.service.url + path);
      await expect(page.getByRole('region').first()).toBeVisible();
    }
    await page.goto(`${example.service.url}/profile`);
    await page.getByRole('button', { name: /^Time zone/ }).click();
    await page.keyboard.type('paris');
    await expect(page.getByRole('option', { name: /Paris/ }).first()).toBeVisible();
    expect(broken).toEqual([]);
    // It is in force: what would become code is refused.
    const refused = await page.evaluate(() => {
      try {
        document.createElement('div').innerHTML = '<b>x</b>';
        return 'taken';
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(refused).toBe('TypeError');
  });
});
