import type { Locator, Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { expect, flaws, openStories, show, storiesOf, test, type Story } from './story-page.ts';

// What a person asked their device for: forced colours, more contrast, less motion.

const pages = [...storiesOf(/^Pages\/(?!All)/)].map(
  ([title, stories]) => [title, full(title, stories)] as const,
);

function full(title: string, stories: readonly Story[]): Story {
  const found = stories.find(({ name }) => name === 'Full');
  if (!found) throw new Error(`${title} has no story of everything`);
  return found;
}

/** Where an element is in the window, and what is around it: rings are outside of it. */
async function placeOf(element: Locator) {
  const box = await element.boundingBox();
  if (!box) throw new Error('the element has no box');
  const [x, y] = [Math.max(0, box.x - 6), Math.max(0, box.y - 6)];
  return { x, y, width: box.x + box.width + 6 - x, height: box.y + box.height + 6 - y };
}

const pictureOf = (page: Page, clip: Awaited<ReturnType<typeof placeOf>>) =>
  page.screenshot({ clip, animations: 'disabled' });

/** Nothing but one colour. */
function isBlank(picture: Buffer): boolean {
  const { data } = PNG.sync.read(picture);
  return data.every((value, index) => value === data[index % 4]);
}

for (const [title, story] of pages) {
  test(`in forced colours every control of ${title} can be seen, and that it has the focus`, async ({
    page,
    storybook,
  }) => {
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await openStories(page, storybook.url, { theme: 'light' });
    await show(page, story);
    const unseen: string[] = [];
    const focus = page.locator(':focus');
    let stops = 0;
    for (await page.keyboard.press('Tab'); await focus.count(); await page.keyboard.press('Tab')) {
      stops += 1;
      const name = await focus.evaluate((one) => one.getAttribute('aria-label') ?? one.outerHTML);
      const place = await placeOf(focus);
      const withFocus = await pictureOf(page, place);
      await focus.blur();
      if (isBlank(withFocus) || withFocus.equals(await pictureOf(page, place))) unseen.push(name);
    }
    expect(unseen).toEqual([]);
    expect(stops).toBeGreaterThan(5);
    expect(await flaws(page)).toEqual([]);
  });

  for (const theme of ['light', 'dark'] as const) {
    test(`with more contrast the words of ${title} have a contrast of 7, ${theme}`, async ({
      page,
      storybook,
    }) => {
      await page.emulateMedia({ contrast: 'more', reducedMotion: 'reduce' });
      await openStories(page, storybook.url, { theme, host: 'yellow' });
      await show(page, story);
      expect(await flaws(page, ['color-contrast-enhanced'])).toEqual([]);
    });
  }
}

test('in forced colours it can be seen what is chosen, and what is on', async ({
  page,
  storybook,
}) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await openStories(page, storybook.url, { theme: 'light' });
  const preferences = pages.find(([title]) => title === 'Pages/Preferences');
  if (!preferences) throw new Error('there is no page of preferences');
  await show(page, preferences[1]);
  const choice = page.getByRole('radio', { name: 'System' });
  const control = page.getByRole('switch', { name: 'Product, Push' });
  for (const [input, place] of [
    [choice, page.locator('label').filter({ has: choice })],
    [control, control],
  ] as const) {
    await expect(input).not.toBeChecked();
    const clip = await placeOf(place);
    const off = await pictureOf(page, clip);
    await input.press('Space');
    await expect(input).toBeChecked();
    await input.blur();
    expect((await pictureOf(page, clip)).equals(off)).toBe(false);
  }
});

/** The longest movement of anything on the page, in seconds. */
const longestMovement = (page: Page) =>
  page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('*')].flatMap((element) =>
        [null, '::before', '::after'].flatMap((part) => {
          const { animationDuration, transitionDuration } = getComputedStyle(element, part);
          return `${animationDuration}, ${transitionDuration}`.split(', ').map(parseFloat);
        }),
      ),
    ),
  );

for (const id of [
  'dialogs-dialog--alert',
  'form-picker--choosing',
  'primitives-skeleton-card--plain',
]) {
  test(`nothing moves in ${id} where the device asks for less motion`, async ({
    page,
    storybook,
  }) => {
    const story = { id, title: '', name: '' };
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await openStories(page, storybook.url, { theme: 'light' });
    await show(page, story);
    expect(await longestMovement(page)).toBeGreaterThan(0.05);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await longestMovement(page)).toBeLessThan(0.001);
  });
}
