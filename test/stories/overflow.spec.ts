import type { Page } from '@playwright/test';
import {
  expect,
  openStories,
  overflowing,
  show,
  storiesOf,
  test,
  type Story,
} from './story-page.ts';

/** WCAG 2.2, 1.4.12: what somebody may set without losing anything. */
const spaced = `#storybook-root * { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } #storybook-root p { margin-block-end: 2em !important; }`;

const byTitle = storiesOf(/^Pages\/(?!All)/, /^Shell\//);

async function wherever(page: Page, stories: readonly Story[], widths: readonly number[]) {
  const found: string[] = [];
  for (const story of stories) {
    await show(page, story);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const wide = await overflowing(page);
      found.push(...wide.map((one) => `${story.title} ${story.name}, ${width}: ${one}`));
    }
  }
  return found;
}

for (const [title, stories] of byTitle) {
  test(`texts that are 40 % longer fit into ${title}`, async ({ page, storybook }) => {
    await openStories(page, storybook.url, { locale: 'en-XA', theme: 'light' });
    expect(await wherever(page, stories, [1280, 768, 320])).toEqual([]);
  });

  test(`texts of 200 %, and a page at 400 %, fit into ${title}`, async ({ page, storybook }) => {
    await openStories(page, storybook.url, { locale: 'en', theme: 'light' });
    // 320 px wide is 1280 at 400 % (WCAG 2.2, 1.4.10).
    expect(await wherever(page, stories, [320])).toEqual([]);
    await page.addStyleTag({ content: 'html.as-root { font-size: 200% !important; }' });
    expect(await wherever(page, stories, [1280, 640])).toEqual([]);
  });

  test(`texts with more space in them fit into ${title}`, async ({ page, storybook }) => {
    await openStories(page, storybook.url, { locale: 'en', theme: 'light' });
    await page.addStyleTag({ content: spaced });
    expect(await wherever(page, stories, [1280, 320])).toEqual([]);
  });
}

for (const locale of ['de', 'fr', 'es', 'pt-BR', 'ja', 'zh-Hans', 'hi', 'ar', 'he']) {
  test(`every page fits into 320 px in ${locale}`, async ({ page, storybook }) => {
    await openStories(page, storybook.url, { locale, theme: 'light' });
    const full = [...byTitle.values()]
      .flat()
      .filter(({ title, name }) => title.startsWith('Pages') && name === 'Full');
    expect(await wherever(page, full, [320])).toEqual([]);
  });
}
