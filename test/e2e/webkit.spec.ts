import { startWebKit, type WebKit } from '../tools/webkit.ts';
import { expect, test as base } from './fixtures.ts';

const test = base.extend<{ webkit: WebKit }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright demands the pattern
  webkit: async ({}, use) => {
    const webkit = await startWebKit();
    await use(webkit);
    await webkit.close();
  },
});

const heading = (text: string) => `//h1[text()=${JSON.stringify(text)}]`;
const button = (text: string) => `//button[normalize-space()=${JSON.stringify(text)}]`;

test('a tour of all pages in WebKit: every one shows its cards, and the name is changed', async ({
  webkit,
  service,
}, { annotations }) => {
  annotations.push({ type: 'WebKitGTK', description: webkit.version });
  await webkit.resize(1100, 900);
  await webkit.open(`${service.url}/sign-in`);
  await webkit.click("//button[contains(., '@ada')]");
  await webkit.find(heading('Profile'));
  await webkit.type("//input[@id='name']", ' King');
  await webkit.click(button('Save profile'));
  await webkit.find("//section[@id='public-profile']//*[text()='Saved']");
  const titles = [
    ['Preferences', 'Notifications'],
    ['Usage', 'Daily use'],
    ['Sessions', 'Other devices'],
    ['Danger zone', 'Delete account'],
  ] as const;
  for (const [page, card] of titles) {
    await webkit.click(`//nav//a[normalize-space()=${JSON.stringify(page)}]`);
    await webkit.find(heading(page));
    await webkit.find(`//section//h2[text()=${JSON.stringify(card)}]`);
  }
  await webkit.click(button('Delete account…'));
  await webkit.find("//dialog[@role='alertdialog']");
  await webkit.click(button('Keep my account'));
  await webkit.open(`${service.url}/profile`);
  await webkit.find(heading('Profile'));
  expect(await webkit.run('return document.getElementById("name").value')).toBe(
    'Ada Lovelace King',
  );
  await webkit.resize(400, 800);
  expect(
    await webkit.run(
      'return document.documentElement.scrollWidth > document.documentElement.clientWidth',
    ),
  ).toBe(false);
});
