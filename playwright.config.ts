import { defineConfig } from '@playwright/test';
import {
  browserArguments,
  findBrowser,
  findFirefox,
  findShell,
} from './test/tools/find-browser.ts';
import { findWebKit } from './test/tools/webkit.ts';

// Before any test, whose time does not wait for an installation.
const firefox = findFirefox();
findWebKit();
const shell = { executablePath: findShell(), args: browserArguments };

/**
 * Where it counts what a whole browser lets one site do in another, and what it keeps of a page for
 * Back: its headless shell keeps nothing.
 */
const amongSites = ['embed*.spec.ts', 'sign-in.spec.ts', 'static-host.spec.ts', 'back.spec.ts'];

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
    { name: 'chromium', testDir: 'test/e2e', testMatch: amongSites },
    {
      name: 'shell',
      testDir: 'test/e2e',
      testIgnore: [...amongSites, 'webkit.spec.ts', 'back-firefox.spec.ts'],
      use: { launchOptions: shell },
    },
    // Driven by WebDriver, as Playwright has no WebKit of the system's.
    { name: 'webkit', testDir: 'test/e2e', testMatch: 'webkit.spec.ts', timeout: 180_000 },
    {
      name: 'firefox',
      testDir: 'test/e2e',
      testMatch: [
        'back-firefox.spec.ts',
        'composing.spec.ts',
        'keyboard.spec.ts',
        'tasks.spec.ts',
        'translated.spec.ts',
      ],
      use: {
        browserName: 'firefox',
        // The system's own Firefox is driven by WebDriver BiDi.
        ...(firefox.isOwn ? {} : { channel: 'moz-firefox' }),
        launchOptions: {
          executablePath: firefox.path,
          // Its list of downloads would take the next key.
          firefoxUserPrefs: { 'browser.download.alwaysOpenPanel': false },
        },
      },
    },
    { name: 'stories', testDir: 'test/stories', use: { launchOptions: shell, screenshot: 'off' } },
  ],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: {
      executablePath: findBrowser(),
      args: browserArguments,
      // People's browsers keep pages for Back, as Firefox does here without being told.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    },
    actionTimeout: 10_000,
    // A trace costs a fifth of the time; `--trace on` writes one.
    screenshot: 'only-on-failure',
  },
});
