import { readFileSync } from 'node:fs';
import { test as base, expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { axe } from '../e2e/axe.ts';
import { startStorybook, type StaticHost } from '../tools/static-host.ts';

export interface Story {
  readonly id: string;
  readonly title: string;
  readonly name: string;
}

/** The built stories below some titles, by title. */
export function storiesOf(...titles: readonly RegExp[]): Map<string, Story[]> {
  const { entries } = JSON.parse(readFileSync('dist/storybook/index.json', 'utf8')) as {
    entries: Record<string, Story & { type: string }>;
  };
  const found = Object.values(entries).filter(
    ({ type, title }) => type === 'story' && titles.some((one) => one.test(title)),
  );
  const byTitle = new Map<string, Story[]>();
  for (const story of found) byTitle.set(story.title, [...(byTitle.get(story.title) ?? []), story]);
  return byTitle;
}

export type Globals = Readonly<Record<string, string>>;

interface Preview {
  readonly channel: {
    emit(event: string, value: unknown): void;
    on(event: string, listener: (value: unknown) => void): void;
  };
}

/** Opens the stories with what the toolbar says. */
export async function openStories(page: Page, url: string, globals: Globals): Promise<void> {
  // The stories' own look with axe would only be in the way.
  const all = Object.entries({ ...globals, 'a11y.manual': '!true' });
  const query = all.map(([name, value]) => `${name}:${value}`).join(';');
  await page.goto(
    `${url}/iframe.html?id=primitives-badge--neutral&viewMode=story&globals=${query}`,
  );
  await page.locator('#storybook-root > *').first().waitFor();
  await rest(page);
}

/** What stands where something is about to be. */
const outline = '#storybook-root [role=status][aria-label]';

/** Goes to another story in the same document, and waits until all of it is there and rests. */
export async function show(page: Page, { id }: Story): Promise<void> {
  const status = await page.evaluate(async (storyId) => {
    const { channel } = (window as unknown as { __STORYBOOK_PREVIEW__: Preview })
      .__STORYBOOK_PREVIEW__;
    const finished = new Promise<unknown>((resolve) => {
      channel.on('storyFinished', (said) => {
        if ((said as { storyId: string }).storyId === storyId) resolve(said);
      });
    });
    channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
    return ((await finished) as { status: string }).status;
  }, id);
  expect({ id, status }).toEqual({ id, status: 'success' });
  // The code of a page's later cards comes when the first one is there.
  const isWaiting = /--(loading|slow)$|^primitives-skeleton-card/.test(id);
  if (!isWaiting) await expect(page.locator(outline)).toHaveCount(0);
  await rest(page);
}

/** Waits until nothing of the document has changed for some frames. */
export const rest = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let quiet = 0;
        const observer = new MutationObserver(() => {
          quiet = 0;
        });
        observer.observe(document.body, { subtree: true, childList: true, attributes: true });
        requestAnimationFrame(function frame() {
          quiet += 1;
          if (quiet < 3) return void requestAnimationFrame(frame);
          observer.disconnect();
          resolve();
        });
      }),
  );

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules that depend on colours. */
export const colourRules = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong with the page as it stands, one line each. */
export const flaws = (page: Page, rules: readonly string[] = everyRule): Promise<string[]> =>
  page.evaluate(
    async (runOnly) => {
      const { axe } = window as unknown as {
        axe: { run: (place: string, options: object) => Promise<AxeResults> };
      };
      const { violations } = await axe.run('#storybook-root', {
        resultTypes: ['violations'],
        runOnly,
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(' ')}`),
      );
    },
    [...rules],
  );

/** What is wider than its place: the page itself, and every element whose content is cut or sticks out. */
export async function overflowing(page: Page): Promise<string[]> {
  await rest(page);
  return page.evaluate(() => {
    const root = document.documentElement;
    const found = root.scrollWidth > root.clientWidth ? ['the page'] : [];
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    // What scrolls does so on purpose, and may reach to the edge of the page: the row of links, a table.
    const apart = [...document.querySelectorAll('#storybook-root *')].filter(scrolls);
    const isApart = (element: Element) => apart.some((scroller) => scroller.contains(element));
    for (const element of document.querySelectorAll<HTMLElement>('#storybook-root *')) {
      if (element.closest('.as-visually-hidden, .as-shell-skip, svg, input, textarea')) continue;
      if (isApart(element) || getComputedStyle(element).display === 'inline') continue;
      if (element.clientWidth === 0 || element.scrollWidth <= element.clientWidth + 1) continue;
      const { left, right } = element.getBoundingClientRect();
      const sticksOut = [...element.querySelectorAll('*')].some((part) => {
        const box = part.getBoundingClientRect();
        return !isApart(part) && box.width > 1 && (box.left < left - 1 || box.right > right + 1);
      });
      const isCut = [...element.childNodes].some(({ nodeType }) => nodeType === Node.TEXT_NODE);
      if (!sticksOut && !isCut) continue;
      const name = `${element.tagName.toLowerCase()}.${element.className}`;
      found.push(`${name}: ${element.textContent.slice(0, 40)}`);
    }
    return found;
  });
}

export const test = base.extend<object, { storybook: StaticHost }>({
  storybook: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants the pattern
    async ({}, use) => {
      const host = await startStorybook();
      await use(host);
      await host.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ page }, use) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.addInitScript({ path: axe });
    await use(page);
  },
});
export { expect };
