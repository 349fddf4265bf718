import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** What somebody works the page with. */
export interface Hand {
  /** Opens, chooses, turns on or follows something. */
  press(target: Locator): Promise<void>;
  /** Types over what stands in a field. */
  type(field: Locator, text: string): Promise<void>;
  /** Chooses from a list that is open. */
  choose(option: Locator): Promise<void>;
}

/** Presses Tab, or Shift+Tab, until the focus is there; what cannot be reached so fails. */
async function tabTo(target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 120; presses += 1) {
    const key = await target.evaluate((element) => {
      const { activeElement } = document;
      if (element === activeElement) return undefined;
      const isAhead =
        !activeElement ||
        activeElement === document.body ||
        activeElement.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
      return isAhead ? 'Tab' : 'Shift+Tab';
    });
    if (!key) return;
    await target.page().keyboard.press(key);
  }
  throw new Error('The focus did not get there.');
}

/** The key that works a control: an arrow is for the radio buttons, see `press`. */
const keyFor = (target: Locator) =>
  target.evaluate((element) =>
    element instanceof HTMLInputElement && element.type === 'checkbox' ? 'Space' : 'Enter',
  );

/** Radio buttons are one stop: the chosen one. Arrow keys choose another. */
async function chooseRadio({ keyboard }: Page, target: Locator): Promise<void> {
  const group = target.locator('xpath=ancestor::*[@role="radiogroup"]');
  await tabTo(group.getByRole('radio', { checked: true }));
  const choices = await group.getByRole('radio').count();
  for (let presses = 0; presses < choices && !(await target.isChecked()); presses += 1) {
    await keyboard.press('ArrowRight');
  }
  await expect(target).toBeChecked();
}

/** The keyboard alone. */
export const keyboard = (page: Page): Hand => ({
  async press(target) {
    await expect(target).toBeVisible();
    if ((await target.getAttribute('type')) === 'radio') return chooseRadio(page, target);
    await tabTo(target);
    await page.keyboard.press(await keyFor(target));
  },
  async type(field, text) {
    await tabTo(field);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(text);
  },
  async choose(option) {
    await expect(option).toBeVisible();
    const isMarked = () =>
      option.evaluate((element) => 'highlighted' in (element as HTMLElement).dataset);
    for (let presses = 0; presses < 20 && !(await isMarked()); presses += 1) {
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
  },
});

/** The mouse, and the keyboard for letters. */
export const mouse = (page: Page): Hand => ({
  press: (target) => target.click(),
  async type(field, text) {
    await field.click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(text);
  },
  choose: (option) => option.click(),
});
