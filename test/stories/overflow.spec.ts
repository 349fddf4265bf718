import type { Page } from '@playwright/test';
import { fixedFont } from './fonts.ts';
import {
  expect,
  openStories,
  overflowing,
  show,
  storiesOf,
  test,
  type Story,
} from './story-page.ts';

/** As wide as the widest that devices have: DejaVu Sans, Verdana. */
const wideFont = fixedFont(1.12);

/** WCAG 2.2, 1.4.12: what somebody may set without losing anything. */
const spaced = `#storybook-root * { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } #storybook-root p { margin-block-end: 2em !important; }`;

/** WCAG 2.2, 1.4.4. */
const doubled = 'html.as-root { font-size: 200% !important; }';

const byTitle = storiesOf(/^Pages\/(?!All)/, /^Shell\//);

/** Where a story that is shown is wider than it may be. */
async function tooWide(page: Page, story: Story, widths: readonly number[], how = '') {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await overflowing(page);
    found.push(...wide.map((one) => `${story.title} ${story.name}, ${width}${how}: ${one}`));
  }
  return found;
}

/** Sets a style while something is done. */
async function styled<T>(page: Page, content: string, doing: () => Promise<T>): Promise<T> {
  const style = await page.addStyleTag({ content });
  const result = await doing();
  await style.evaluate((element) => (element as Element).remove());
  return result;
}

for (const [title, stories] of byTitle) {
  test(`texts that are 40 % longer fit into ${title}`, async ({ page, storybook }) => {
    await openStories(page, storybook.url, { locale: 'en-XA', theme: 'light' });
    await page.addStyleTag({ content: wideFont });
    const found: string[] = [];
    for (const story of stories) {
      await show(page, story);
      found.push(...(await tooWide(page, story, [1280, 768, 320])));
    }
    expect(found).toEqual([]);
  });

  test(`a page at 400 %, texts of 200 %, and with more space in them, fit into ${title}`, async ({
    page,
    storybook,
  }) => {
    await openStories(page, storybook.url, { locale: 'en', theme: 'light' });
    await page.addStyleTag({ content: wideFont });
    const found: string[] = [];
    for (const story of stories) {
      await show(page, story);
      // 320 px wide is 1280 at 400 % (WCAG 2.2, 1.4.10).
      found.push(...(await tooWide(page, story, [320])));
      const more = await styled(page, spaced, () => tooWide(page, story, [1280, 320], ', spaced'));
      const large = await styled(page, doubled, () => tooWide(page, story, [1280, 640], ', 200 %'));
      found.push(...more, ...large);
    }
    expect(found).toEqual([]);
  });
}

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 900 } });
  for (const locale of ['de', 'fr', 'es', 'pt-BR', 'ja', 'zh-Hans', 'hi', 'ar', 'he']) {
    test(`every page fits into 320 px in ${locale}`, async ({ page, storybook }) => {
      await openStories(page, storybook.url, { locale, theme: 'light' });
      const full = [...byTitle.values()]
        .flat()
        .filter(({ title, name }) => title.startsWith('Pages') && name === 'Full');
      const found: string[] = [];
      for (const story of full) {
        await show(page, story);
        found.push(...(await tooWide(page, story, [320])));
      }
      expect(found).toEqual([]);
    });
  }
});
