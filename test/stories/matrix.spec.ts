import { colourRules, expect, flaws, openStories, show, storiesOf, test } from './story-page.ts';

const widths = [1280, 768, 320];

/** Of a dark page only what depends on colours can be otherwise than of a light one. */
const themes = { light: undefined, dark: colourRules } as const;

for (const [title, stories] of storiesOf(/^Pages\//, /^Shell\//)) {
  for (const locale of ['en', 'ar']) {
    test(`axe finds nothing in ${title}: every state, ${locale}, light and dark, ${widths.join(', ')} px`, async ({
      page,
      storybook,
    }, { annotations }) => {
      const found: string[] = [];
      let checks = 0;
      for (const [theme, rules] of Object.entries(themes)) {
        await openStories(page, storybook.url, { locale, theme });
        for (const story of stories) {
          await show(page, story);
          for (const width of widths) {
            await page.setViewportSize({ width, height: 900 });
            const flawed = await flaws(page, rules);
            found.push(...flawed.map((flaw) => `${story.name}, ${theme}, ${width}: ${flaw}`));
            checks += 1;
          }
        }
      }
      annotations.push({ type: 'axe checks', description: String(checks) });
      expect(found).toEqual([]);
    });
  }
}
