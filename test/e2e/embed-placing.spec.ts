import type { FrameLocator, Locator, Page } from '@playwright/test';
import { expect, test } from './embed-fixtures.ts';

/** The part of the frame's window that can be seen, as the product's page knows it. */
async function seen(page: Page): Promise<{ top: number; bottom: number }> {
  return page.locator('#account iframe').evaluate((element) => {
    const frame = element.getBoundingClientRect();
    const drawer = element.closest('#drawer')?.getBoundingClientRect() ?? frame;
    const from = Math.max(frame.top, drawer.top, 0);
    return {
      top: from - frame.top,
      bottom: Math.min(frame.bottom, drawer.bottom, window.innerHeight) - frame.top,
    };
  });
}

/** Notes with every frame of animation where the first match of `selector` stands, if there is one. */
async function watch(frame: FrameLocator, selector: string): Promise<() => Promise<number[]>> {
  const root = frame.locator('html');
  await root.evaluate((_, wanted) => {
    const noted: { places?: number[] } = window as object;
    const places: number[] = (noted.places = []);
    const look = () => {
      if (noted.places !== places) return;
      const one = document.querySelector(wanted);
      if (one) places.push(Math.round(one.getBoundingClientRect().top));
      requestAnimationFrame(look);
    };
    look();
  }, selector);
  return () => root.evaluate(() => (window as { places?: number[] }).places ?? []);
}

/** Waits until `count` more frames have been noted, and answers all places so far. */
async function after(places: () => Promise<number[]>, count = 20): Promise<number[]> {
  const before = (await places()).length;
  await expect.poll(async () => (await places()).length).toBeGreaterThanOrEqual(before + count);
  return [...new Set(await places())];
}

async function isInSight(page: Page, element: Locator): Promise<void> {
  const { top, bottom } = await seen(page);
  const place = await element.evaluate((one) => one.getBoundingClientRect().toJSON() as DOMRect);
  expect(place.top).toBeGreaterThanOrEqual(top);
  expect(place.bottom).toBeLessThanOrEqual(bottom);
}

test('a question stands where it stays, however the drawer is scrolled', async ({
  page,
  frame,
  openDrawer,
}) => {
  await openDrawer();
  const name = frame.getByRole('textbox', { name: 'Display name' });
  await name.fill('Countess');
  const places = await watch(frame, 'dialog[open]');
  const question = frame.getByRole('alertdialog', { name: 'Leave without saving?' });
  for (const scrolled of [0, 400]) {
    await page.locator('#drawer').evaluate((drawer, top) => drawer.scrollTo(0, top), scrolled);
    const again = scrolled === 0 ? places : await watch(frame, 'dialog[open]');
    await page.getByRole('button', { name: 'Sessions' }).click();
    await expect(question).toBeVisible();
    expect(await after(again)).toHaveLength(1);
    await isInSight(page, question);
    // Whatever the product does meanwhile, the buttons stay where they are.
    await page.locator('#drawer').evaluate((drawer) => drawer.scrollBy(0, 40));
    await question.press('Shift');
    expect(await after(again)).toHaveLength(1);
    await question.getByRole('button', { name: 'Keep editing' }).click();
    await expect(question).toHaveCount(0);
  }
});

test('the dialog that deletes keeps its place while its username is typed', async ({
  page,
  frame,
  openDrawer,
}) => {
  await openDrawer();
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  const places = await watch(frame, 'dialog[open]');
  await frame.getByRole('button', { name: 'Delete account…' }).click();
  const dialog = frame.getByRole('alertdialog');
  await dialog.getByRole('textbox').pressSequentially('nobody');
  expect(await after(places)).toHaveLength(1);
  await isInSight(page, dialog);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('a list opens within what can be seen of the drawer, and stays while it is searched', async ({
  page,
  frame,
  openDrawer,
}) => {
  await openDrawer();
  const field = frame.getByRole('button', { name: /^Time zone/ });
  await field.hover();
  const places = await watch(frame, '[role=combobox]');
  await field.click();
  const search = frame.getByRole('combobox');
  await expect(frame.getByRole('option').first()).toBeVisible();
  expect(await after(places)).toHaveLength(1);
  await isInSight(page, frame.getByRole('dialog', { name: 'Time zone' }));
  await search.fill('kathm');
  await expect(frame.getByRole('option')).toHaveCount(1);
  expect(await after(places)).toHaveLength(1);
  await page.keyboard.press('Escape');
});
