import { chromium, firefox } from '@playwright/test';
import { findOrInstall } from './install-browser.ts';

const chromiumAt = (programs: readonly string[], debian: readonly (readonly string[])[]) =>
  findOrInstall({
    name: 'Chromium',
    variable: 'CHROMIUM_PATH',
    programs,
    places: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      chromium.executablePath(),
    ],
    debian,
    download: 'chromium',
  });
const programs = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The path of a Chromium, installed if need be; `CHROMIUM_PATH` names one. Throws when there is none. */
export const findBrowser = (): string => chromiumAt(programs, [['chromium']]);

/**
 * The same without windows, where it can be had: a quarter of the time goes into them. It knows
 * nothing of what Chromium blocks in frames of other sites.
 */
export function findShell(): string {
  const shell = 'chromium-headless-shell';
  return chromiumAt([shell, ...programs], [[shell], ['chromium']]);
}

/** The same for Firefox, by `FIREFOX_PATH`. `isOwn`: it is Playwright's build, not the system's. */
export function findFirefox(): { path: string; isOwn: boolean } {
  const own = firefox.executablePath();
  const path = findOrInstall({
    name: 'Firefox',
    variable: 'FIREFOX_PATH',
    programs: ['firefox-esr', 'firefox'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox', own],
    debian: [['firefox-esr']],
    download: 'firefox',
  });
  return { path, isOwn: path === own };
}

/** What Chromium needs in containers, and what keeps it from asking the outside for anything. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
