import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';
import type axeCore from 'axe-core';
import type { AxeResults } from 'axe-core';

/** To be added as an init script: the page's policy refuses injected ones. */
export const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on a page, or in a frame, as it stands, one line each. */
export async function violations(within: Page | Frame): Promise<string[]> {
  const results = await within.evaluate<AxeResults, string[]>(
    (values) =>
      (window as unknown as { axe: typeof axeCore }).axe.run({
        runOnly: { type: 'tag', values },
      }),
    tags,
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}
