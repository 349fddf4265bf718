import { defineConfig } from '@playwright/test';
import { browserArguments, findBrowser } from './test/tools/find-browser.ts';

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
