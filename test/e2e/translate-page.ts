import type { Page } from '@playwright/test';

/**
 * Does to every page and frame, from its beginning on, what Chrome does to translate it: puts an
 * element of its own in the place of every text, now and whenever one comes. The words stay as they
 * are, so that tests find them.
 */
export const translatePage = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const left = 'script, style, textarea, font, [translate=no], .notranslate';
    const wrap = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        if (!text.data.trim() || text.parentElement?.closest(left)) continue;
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.append(text.data);
        outer.append(inner);
        text.replaceWith(outer);
      }
    };
    new MutationObserver(() => wrap(document)).observe(document, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
