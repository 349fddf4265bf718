import { smallTargets } from '../tools/small-targets.ts';
import { expect, openStories, overflowing, show, storiesOf, test } from './story-page.ts';

// A phone: fingers in place of a mouse, and the text in its size for them.
test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 700 } });

/** All stories of the parts; of the pages, those that hold the most. */
const groups = ['Primitives', 'Form', 'Dialogs', 'Shell', 'Pages'].map((group) => {
  const stories = [...storiesOf(new RegExp(`^${group}/`)).values()].flat();
  const most = stories.filter(({ name }) => /^(?:Full|Long Texts|Delegated)$/.test(name));
  return [group, group === 'Pages' ? most : stories] as const;
});

for (const [group, stories] of groups) {
  test(`a finger hits every control of ${group}, however dense, and all of it fits`, async ({
    page,
    storybook,
  }) => {
    await openStories(page, storybook.url, { locale: 'en', theme: 'light', density: 'compact' });
    const found: string[] = [];
    for (const story of stories) {
      await show(page, story);
      const flaws = [...(await overflowing(page)), ...(await smallTargets(page))];
      found.push(...flaws.map((flaw) => `${story.id}: ${flaw}`));
    }
    expect(found).toEqual([]);
  });
}
