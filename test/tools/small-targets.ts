import type { Frame, Page } from '@playwright/test';

/** What a finger can hit (WCAG 2.2, 2.5.5), and the least text that no phone zooms in on. */
const least = { target: 44, text: 16 };

/**
 * Every control that can be seen and is too small for a finger, one line each; of what is typed into,
 * also the size of its text. A label is part of its choice.
 */
export const smallTargets = (page: Page | Frame): Promise<string[]> =>
  page.evaluate(({ target, text }) => {
    const controls = 'button, a[href], input, select, textarea, summary, [role=option]';
    const found: string[] = [];
    for (const control of document.querySelectorAll<HTMLElement>(controls)) {
      const isChoice = control.matches('[type=radio], [type=checkbox]');
      const pressed = (isChoice && control.closest('label')) || control;
      const hidden = control.closest('.as-visually-hidden, [aria-hidden=true], [inert]');
      if (hidden || !pressed.checkVisibility()) continue;
      const { width, height } = pressed.getBoundingClientRect();
      const said = control.getAttribute('aria-label') ?? pressed.textContent.trim();
      const name = `${control.tagName.toLowerCase()} ${control.id || said.slice(0, 40)}`;
      if (Math.min(width, height) < target) found.push(`${name}: ${width} × ${height}`);
      const size = parseFloat(getComputedStyle(control).fontSize);
      const isTyped = control.matches('input, select, textarea') && !isChoice;
      if (isTyped && size < text) found.push(`${name}: text of ${size}`);
    }
    return found;
  }, least);
