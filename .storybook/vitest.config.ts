import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { compiledMessages, layeredStyles } from '../vite/plugins.ts';
import { browserArguments, findBrowser } from '../test/tools/find-browser.ts';

/** Every story is a test: it renders, its `play` holds, and axe finds nothing wrong with it. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [compiledMessages(), layeredStyles(), storybookTest({ configDir: '.storybook' })],
  test: {
    name: 'stories',
    isolate: false,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { executablePath: findBrowser(), args: browserArguments },
        contextOptions: { locale: 'en-GB', timezoneId: 'Europe/London' },
      }),
      instances: [{ browser: 'chromium', viewport: { width: 1024, height: 800 } }],
    },
  },
});
