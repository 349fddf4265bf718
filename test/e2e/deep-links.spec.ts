import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, readingTest as test } from './fixtures.ts';

/** The names that the README promises, by page. */
const promised = [
  ...readFileSync('README.md', 'utf8').matchAll(/^ {2}\| `(\/[a-z-]+)` +\| (`.+`) +\|$/gm),
].map(([, path = '', names = '']) => ({
  path,
  names: [...names.matchAll(/`([\w-]+)`/g)].map(([, name]) => name ?? ''),
}));

/** What has the focus, and of it and its label how much lies outside the window, in pixels. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body) return undefined;
    const id = activeElement.id || 'none';
    const parts = [activeElement, document.querySelector(`label[for="${CSS.escape(id)}"]`)];
    const outside = parts.map((part) => {
      const box = part?.getBoundingClientRect();
      return box ? Math.max(0, -box.top, box.bottom - window.innerHeight) : 0;
    });
    return {
      outside: Math.max(...outside),
      names: [
        activeElement.id,
        activeElement.closest('section')?.id,
        activeElement.closest('[id]')?.id,
      ],
    };
  });

/** Changes the address as a person does by hand. */
const goTo = (page: Page, name: string) =>
  page.evaluate((to) => {
    window.location.hash = to;
  }, name);

test('the README names deep links on every page', () => {
  expect(promised.map(({ path }) => path)).toEqual([
    '/profile',
    '/preferences',
    '/usage',
    '/sessions',
    '/danger-zone',
  ]);
});

for (const [what, size] of [
  ['on a phone', { width: 320, height: 568 }],
  ['at 400 % zoom', { width: 320, height: 200 }],
] as const) {
  test(`each deep link has its place in sight and in focus, ${what}`, async ({
    page,
    signIn,
    service,
  }) => {
    await page.setViewportSize(size);
    await signIn('ada');
    for (const { path, names } of promised) {
      // The last one by a page that is loaded for it, the others from place to place.
      for (const name of names.toReversed()) {
        if (name === names.at(-1)) {
          await page.goto('about:blank');
          await page.goto(`${service.url}${path}#${name}`);
        } else await goTo(page, name);
        await expect
          .poll(async () => (await focused(page))?.names, { message: `${path}#${name}` })
          .toContain(name);
        await expect
          .poll(async () => (await focused(page))?.outside, { message: `${path}#${name}` })
          .toBe(0);
      }
    }
  });
}

test('another name in the address leads there, and one that is none does nothing', async ({
  page,
  signIn,
}) => {
  await signIn('ada', '/profile#timezone');
  await expect(page.getByRole('button', { name: /^Time zone/ })).toBeFocused();
  await goTo(page, 'bio');
  await expect(page.getByRole('textbox', { name: 'Bio' })).toBeFocused();
  for (const none of ['%', '"]', '%00', 'nowhere', '__proto__']) await goTo(page, none);
  await expect(page.getByRole('textbox', { name: 'Bio' })).toBeFocused();
  await goTo(page, 'username');
  await expect(page.getByRole('textbox', { name: 'Username' })).toBeFocused();
});
