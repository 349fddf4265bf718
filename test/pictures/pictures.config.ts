import { defineConfig } from '@playwright/test';
import { browserArguments, findBrowser } from '../tools/find-browser.ts';

/** The pictures of `npm run pictures`, from the built stories: the same data, clock and fonts each time. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/pictures-run',
  reporter: 'line',
  workers: 2,
  fullyParallel: true,
  timeout: 180_000,
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    deviceScaleFactor: 1.5,
    launchOptions: {
      executablePath: findBrowser(),
      args: [...browserArguments, '--font-render-hinting=none'],
    },
  },
});
