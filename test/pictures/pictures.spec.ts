import { join } from 'node:path';
import { fixedFont } from '../stories/fonts.ts';
import { openStories, show, storiesOf, test } from '../stories/story-page.ts';

/** Where the pictures go; the tool that takes them says. */
const out = process.env['PICTURES'] ?? 'test-results/pictures/after';

/** The states of a page that look different. */
const states = new Set([
  'Full',
  'Loading',
  'Failed',
  'Empty',
  'Long Texts',
  'Read Only',
  'Delegated',
  'Leaving',
  'Embedded',
]);

/** The same instant in every picture. */
const now = new Date('2026-11-26T09:30:00Z');

for (const locale of ['en', 'ar']) {
  for (const theme of ['light', 'dark']) {
    for (const [size, width] of [
      ['wide', 1100],
      ['phone', 390],
    ] as const) {
      test(`pictures, ${locale}, ${theme}, ${size}`, async ({ page, storybook }) => {
        await page.clock.setFixedTime(now);
        await page.setViewportSize({ width, height: 800 });
        await openStories(page, storybook.url, { locale, theme });
        await page.addStyleTag({ content: fixedFont() });
        for (const [title, stories] of storiesOf(/^Pages\/(?!All)/)) {
          for (const story of stories.filter(({ name }) => states.has(name))) {
            await show(page, story);
            const name = `${title.slice(6)} ${story.name}`.toLowerCase().replaceAll(' ', '-');
            await page.screenshot({
              path: join(out, `${name}-${locale}-${theme}-${size}.png`),
              fullPage: true,
              animations: 'disabled',
              caret: 'hide',
            });
          }
        }
      });
    }
  }
}
