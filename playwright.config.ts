import { defineConfig } from '@playwright/test';
import { browserArguments, findBrowser, findFirefox } from './test/tools/find-browser.ts';

const firefox = findFirefox();

export default defineConfig({
  globalSetup: './test/tools/seed-once.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  projects: [
    { name: 'chromium', testDir: 'test/e2e' },
    {
      name: 'firefox',
      testDir: 'test/e2e',
      testMatch: ['keyboard.spec.ts', 'tasks.spec.ts'],
      use: {
        browserName: 'firefox',
        // The system's own Firefox is driven by WebDriver BiDi.
        ...(firefox.isOwn ? {} : { channel: 'moz-firefox' }),
        launchOptions: { executablePath: firefox.path },
        trace: 'off',
      },
    },
    // Thousands of looks at pages: a trace of them would take longer than they do.
    { name: 'stories', testDir: 'test/stories', use: { trace: 'off', screenshot: 'off' } },
  ],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: { executablePath: findBrowser(), args: browserArguments },
    actionTimeout: 10_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
});
