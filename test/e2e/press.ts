import type { Locator } from '@playwright/test';

interface Spot {
  readonly pressed: Element | null;
  readonly x: number;
  readonly y: number;
}

/**
 * Presses a control in its middle, and watches the spot for half a
 * second: answers what else came to stand there that another press would press. A text field takes
 * a press without harm, and so does what a dialog offers first, which is the safe way.
 */
export async function pressAndWatch(control: Locator): Promise<readonly string[]> {
  const page = control.page();
  await control.scrollIntoViewIfNeeded();
  const spot = await control.evaluateHandle((element): Spot => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    return { pressed: element, x, y };
  });
  const { x, y } = await spot.evaluate((known) => ({ x: known.x, y: known.y }));
  await page.mouse.click(x, y);
  return spot.evaluate(async ({ pressed, x, y }) => {
    const actionable = 'button, a[href], input, select, label, [role=slider], [role=option]';
    const harmless =
      'input:not([type=radio], [type=checkbox]), [data-autofocus], [aria-disabled=true], :disabled';
    const seen = new Set<string>();
    const end = performance.now() + 500;
    while (performance.now() < end) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const control = document.elementFromPoint(x, y)?.closest<HTMLElement>(actionable);
      const target = control instanceof HTMLLabelElement ? control.control : control;
      if (!control || !target || target === pressed || target.matches(harmless)) continue;
      seen.add(target.getAttribute('aria-label') ?? control.textContent ?? control.tagName);
    }
    return [...seen];
  });
}
