import type { Page } from '@playwright/test';
import { expect, log, ownTest as test } from './embed-fixtures.ts';

/** Goes from the product elsewhere, and back to what the browser has kept of it. */
async function leaveAndReturn(page: Page): Promise<void> {
  const url = page.url();
  await page.evaluate(() => document.body.setAttribute('data-kept', ''));
  await page.goto(`${url}host.css`);
  await page.evaluate(() => history.back());
  await expect(page.locator('body[data-kept]')).toHaveCount(1);
}

test('a product brought back by Back shows the frame of the same person as it was', async ({
  page,
  frame,
  openDrawer,
}) => {
  await openDrawer();
  const bio = frame.getByRole('textbox', { name: 'Bio' });
  await bio.fill('Kept');
  await leaveAndReturn(page);
  await expect(bio).toHaveValue('Kept');
  // The host is asked anew: whom it knows may have changed.
  await expect(log(page).filter({ hasText: 'getToken: expiring' })).toHaveCount(1);
});

test('a product brought back when it knows nobody any more shows a frame with nothing of anybody', async ({
  page,
  frame,
  openDrawer,
}) => {
  await openDrawer();
  await frame.getByRole('textbox', { name: 'Bio' }).fill('Known to nobody');
  await page.route('**/token?*', (route) => route.fulfill({ status: 401, body: '' }));
  await leaveAndReturn(page);
  await expect(frame.getByText(/did not confirm who you are/)).toBeVisible();
  await expect(frame.getByText(/Ada|@ada|Known to nobody/)).toHaveCount(0);
});

test('a product brought back for somebody else shows a frame that begins anew', async ({
  page,
  frame,
  openDrawer,
}) => {
  await openDrawer();
  await expect(frame.getByRole('textbox', { name: 'Username' })).toHaveValue('ada');
  await page.route('**/token?*', (route) =>
    route.continue({ url: route.request().url().replace('person=ada', 'person=new') }),
  );
  await leaveAndReturn(page);
  await expect(frame.getByRole('heading', { name: /Somebody else/ })).toBeVisible();
  await expect(frame.getByText(/Ada|@ada/)).toHaveCount(0);
});
