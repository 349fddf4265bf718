import { defineConfig } from '@playwright/test';
import { browserArguments, findBrowser } from '../tools/find-browser.ts';

/** `npm run pictures`: the pictures of the README, from the built page and its service. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/pictures',
  reporter: 'list',
  workers: 1,
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    deviceScaleFactor: 1.5,
    launchOptions: { executablePath: findBrowser(), args: browserArguments },
  },
});
