import type { FrameLocator, Page } from '@playwright/test';
import { startExample, type Example } from '../example/start-example.ts';
import { expect, test as base } from './fixtures.ts';

interface Fixtures {
  /** A product on another origin, with the account page in a drawer. */
  example: Example;
  /** The account page in the drawer. */
  frame: FrameLocator;
  /** Opens the product and its drawer, and waits until the page is there. */
  openDrawer: () => Promise<void>;
}

interface WorkerFixtures {
  sharedExample: Example;
}

/** The tests of a worker share one product: what they change must not matter to others. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  sharedExample: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright demands the pattern
    async ({}, use) => {
      const example = await startExample();
      await use(example);
      await example.stop();
    },
    { scope: 'worker' },
  ],
  example: ({ sharedExample }, use) => use(sharedExample),
  frame: ({ page }, use) => use(page.frameLocator('#account iframe')),
  openDrawer: async ({ page, example }, use) => {
    await use(async () => {
      await page.goto(example.url);
      await page.getByRole('button', { name: 'My account' }).click();
      await expect(log(page).filter({ hasText: 'ready' })).toHaveCount(1);
    });
  },
});

/** For tests after which the account is another one: a product of their own. */
export const ownTest = test.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright demands the pattern
  example: async ({}, use) => {
    const example = await startExample();
    await use(example);
    await example.stop();
  },
});

/** What the product's log says, line by line. */
export const log = (page: Page) => page.getByRole('log').getByRole('listitem');

export { expect };
