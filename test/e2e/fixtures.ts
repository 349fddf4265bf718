import { test as base, expect, type Page, type Request } from '@playwright/test';
import { startService, type Service } from '../tools/service.ts';

interface Fixtures {
  /** The page's configuration. */
  config: object;
  /** The test provokes what the page complains about. */
  expectsFaults: boolean;
  /** A service of the test's own, with the demo people untouched. */
  service: Service;
  /** Signs a demo person in and opens a page. */
  signIn: (username: string, path?: string) => Promise<void>;
  /** Every request to the account so far that changes something, as `METHOD path`. */
  writes: string[];
}

const isWrite = (request: Request) =>
  !['GET', 'HEAD', 'OPTIONS'].includes(request.method()) &&
  new URL(request.url()).pathname.startsWith('/me');

export const test = base.extend<Fixtures>({
  config: [{}, { option: true }],
  expectsFaults: [false, { option: true }],
  service: async ({ config }, use) => {
    const service = await startService(undefined, config);
    await use(service);
    await service.remove();
  },
  signIn: async ({ page, service }, use) => {
    await use(async (username, path = '/profile') => {
      await page.goto(`${service.url}/sign-in?next=${encodeURIComponent(path)}`);
      await page.getByRole('button', { name: `@${username}` }).click();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    });
  },
  writes: async ({ page }, use) => {
    const seen: string[] = [];
    page.on('request', (request) => {
      if (isWrite(request)) seen.push(`${request.method()} ${new URL(request.url()).pathname}`);
    });
    await use(seen);
  },
  // Whatever the page says on its console, throws, or tries against its security policy is a fault.
  page: async ({ page, expectsFaults }, use) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      // The browser itself reports refused answers, which tests provoke on purpose.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        faults.push(message.text());
      }
    });
    await use(page);
    expect(expectsFaults ? [] : faults).toEqual([]);
  },
});

interface WorkerFixtures {
  /** The worker's service for a configuration, started when it is first asked for. */
  sharedService: (config: object) => Promise<Service>;
}

/**
 * For tests after which the account is as before: they share services. Each sign-in adds a session,
 * so nothing may depend on their number.
 */
export const readingTest = test.extend<object, WorkerFixtures>({
  sharedService: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright demands the pattern
    async ({}, use) => {
      const started = new Map<string, Promise<Service>>();
      await use((config) => {
        const key = JSON.stringify(config);
        const service = started.get(key) ?? startService(undefined, config);
        started.set(key, service);
        return service;
      });
      for (const service of started.values()) await (await service).remove();
    },
    { scope: 'worker' },
  ],
  service: async ({ sharedService, config }, use) => use(await sharedService(config)),
});

/** The card with this title. */
export const card = (page: Page, title: string) => page.getByRole('region', { name: title });

export { expect };
