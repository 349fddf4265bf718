import type { Browser, Page } from '@playwright/test';
import { expect, log, ownTest as test } from './embed-fixtures.ts';

/** Goes from the product elsewhere, and back to what the browser has kept of it. */
async function leaveAndReturn(page: Page): Promise<void> {
  const url = page.url();
  await page.evaluate(() => document.body.setAttribute('data-kept', ''));
  await page.goto(`${url}host.css`);
  await page.evaluate(() => history.back());
  await expect(page.locator('body[data-kept]')).toHaveCount(1);
}

/**
 * What can be read in the frame, its fields included. Playwright loses sight of the frames of a page
 * that is brought back; the browser itself still knows them.
 */
async function readFrame(browser: Browser): Promise<string> {
  const session = await browser.newBrowserCDPSession();
  try {
    const { targetInfos } = await session.send('Target.getTargets');
    const target = targetInfos.find(
      ({ type, url }) => type === 'iframe' && url.includes('/embed/'),
    );
    const { sessionId } = await session.send('Target.attachToTarget', {
      targetId: target?.targetId ?? '',
    });
    const answer = new Promise<string>((resolve) => {
      session.on('Target.receivedMessageFromTarget', ({ message }) => {
        const { id, result } = JSON.parse(message) as {
          id?: number;
          result?: { result: { value: string } };
        };
        if (id === 1) resolve(result?.result.value ?? '');
      });
    });
    await session.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({
        id: 1,
        method: 'Runtime.evaluate',
        params: {
          expression:
            "[document.body.innerText, ...[...document.querySelectorAll('input, textarea')].map((field) => field.value)].join('\\n')",
        },
      }),
    });
    return await answer;
  } finally {
    await session.detach();
  }
}

test('a product brought back by Back shows the frame of the same person as it was', async ({
  page,
  frame,
  browser,
  openDrawer,
}) => {
  await openDrawer();
  await frame.getByRole('textbox', { name: 'Bio' }).fill('Known to one');
  await leaveAndReturn(page);
  // The host is asked anew: whom it knows may have changed.
  await expect(log(page).filter({ hasText: 'getToken: expiring' })).toHaveCount(1);
  await expect.poll(() => readFrame(browser)).toMatch(/Public profile[^]*Known to one/);
});

test('a product that knows nobody any more shows a frame with nothing of anybody', async ({
  page,
  frame,
  browser,
  openDrawer,
}) => {
  await openDrawer();
  await frame.getByRole('textbox', { name: 'Bio' }).fill('Known to one');
  await page.route('**/token?*', (route) => route.fulfill({ status: 401, body: '' }));
  await leaveAndReturn(page);
  await expect.poll(() => readFrame(browser)).toContain('did not confirm who you are');
  expect(await readFrame(browser)).not.toMatch(/Ada|@ada|Known/);
});

test('a product brought back for somebody else shows a frame that begins anew', async ({
  page,
  frame,
  browser,
  openDrawer,
}) => {
  await openDrawer();
  await frame.getByRole('textbox', { name: 'Bio' }).fill('Known to one');
  await page.route('**/token?*', (route) =>
    route.continue({ url: route.request().url().replace('person=ada', 'person=new') }),
  );
  await leaveAndReturn(page);
  await expect.poll(() => readFrame(browser)).toContain('Somebody else is signed in now');
  expect(await readFrame(browser)).not.toMatch(/Ada|@ada|Known/);
});
