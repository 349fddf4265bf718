import type { Locator, Page } from '@playwright/test';
import { card, expect, readingTest, test } from './fixtures.ts';
import { pressAndWatch } from './press.ts';

/** Changes the account for good, leaves the page, or saves a file: tests of their own press these. */
const left = /^(Sign out Chrom|Download|Restore)/;

/** Presses every button and choice of the page once, and answers what came under the pointer. */
async function pressAll(page: Page): Promise<string[]> {
  const found: string[] = [];
  const pressed = new Set<string>();
  const controls = page.getByRole('main').locator('button:visible, [type=radio]:visible');
  const next = async (): Promise<Locator | undefined> => {
    for (const control of await controls.all()) {
      const name = await control.evaluate(
        (element) =>
          element.getAttribute('aria-label') ??
          `${element.closest('section')?.querySelector('h2')?.textContent}: ${(element.closest('label') ?? element).textContent}`,
      );
      // Of the rows of a list one stands for all.
      const kind = name.replace(/^(Sign out|Make) .*/, '$1');
      const isOff = (await control.getAttribute('aria-disabled')) !== null;
      if (isOff || left.test(name) || pressed.has(kind)) continue;
      pressed.add(kind);
      return control;
    }
    return undefined;
  };
  for (let control = await next(); control; control = await next()) {
    const came = await pressAndWatch(control);
    if (came.length > 0) found.push(`${[...pressed].at(-1)} → ${came.join(', ')}`);
    await page.keyboard.press('Escape');
  }
  expect(pressed.size).toBeGreaterThan(0);
  return found;
}

for (const width of [320, 1280]) {
  test(`nothing comes under the pointer that presses a control, ${width} px wide`, async ({
    page,
    signIn,
  }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    const found: string[] = [];
    await signIn('ada');
    await page.getByLabel('Display name').fill('Ada King');
    await page.getByLabel('Bio').fill('Countess.');
    found.push(...(await pressAll(page)));
    for (const name of ['Preferences', 'Usage', 'Sessions', 'Danger zone']) {
      await page.getByRole('link', { name }).click();
      const leave = page.getByRole('button', { name: 'Discard and leave' });
      await expect(leave.or(page.getByRole('heading', { level: 1, name }))).toBeVisible();
      if (await leave.isVisible()) await leave.click();
      await expect(page.getByRole('main').getByRole('button').first()).toBeVisible();
      found.push(...(await pressAll(page)));
    }
    expect(found).toEqual([]);
  });
}

test('nothing comes under the pointer that restores an account', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await signIn('leaving', '/sessions');
  await expect(card(page, 'Other devices')).toBeVisible();
  expect(await pressAndWatch(page.getByRole('button', { name: 'Restore account' }))).toEqual([]);
  await expect(page.getByText('Your account is restored.').first()).toBeVisible();
  await page.getByRole('link', { name: 'Profile' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible();
  await expect(page.getByRole('main').getByText('Your account is restored.')).toHaveCount(0);
});

test('two presses at one spot sign out one device; the next one stays', async ({
  page,
  signIn,
  writes,
}) => {
  await signIn('ada', '/sessions');
  const rows = card(page, 'Other devices').getByRole('listitem');
  const box = await rows.first().getByRole('button').boundingBox();
  const at = [(box?.x ?? 0) + 10, (box?.y ?? 0) + 10] as const;
  await page.mouse.click(...at);
  await expect(rows.first().getByText('Signed out')).toBeVisible();
  await page.mouse.click(...at);
  await page.mouse.click(...at);
  await expect(rows).toHaveCount(5);
  await expect(rows.getByRole('button')).toHaveCount(4);
  expect(writes).toHaveLength(1);
});

readingTest(
  'rows that come where Try again was cannot be pressed by mistake',
  async ({ page, signIn }) => {
    await signIn('ada');
    await page.route('**/me/sessions?*', (route) => route.fulfill({ status: 403, body: '' }));
    await page.getByRole('link', { name: 'Sessions' }).click();
    const retry = page.getByRole('button', { name: 'Try again' });
    await expect(retry).toBeVisible();
    await page.unroute('**/me/sessions?*');
    expect(await pressAndWatch(retry)).toEqual([]);
    const rows = card(page, 'Other devices').getByRole('listitem');
    await rows
      .first()
      .getByRole('button', { name: /^Sign out/ })
      .click({ trial: true });
  },
);

for (const [title, label, typed, saves] of [
  ['Public profile', 'Display name', ' ', 'Save profile'],
  ['Phone numbers', 'Primary number', '+1 two', 'Save phone'],
] as const) {
  readingTest(
    `${saves} that is pressed while the field turns out wrong is pressed`,
    async ({ page, signIn }) => {
      await signIn('ada');
      const place = card(page, title);
      const field = place.getByLabel(label);
      await field.click();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(typed);
      const save = place.getByRole('button', { name: saves });
      await save.scrollIntoViewIfNeeded();
      const box = await save.boundingBox();
      const before = (await place.boundingBox())?.height;
      await page.mouse.move((box?.x ?? 0) + 10, (box?.y ?? 0) + (box?.height ?? 0) - 2);
      await page.mouse.down();
      // What leaving the field brings about is on the page by then.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      expect((await place.boundingBox())?.height).toBe(before);
      await page.mouse.up();
      await expect(place.getByText(/1 field needs your attention/)).toBeVisible();
      await expect(field).toBeFocused();
    },
  );
}
