import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { strayText } from './tools/stray-text.ts';

// Pages load their code on demand, which on a busy machine takes longer than the usual second.
configure({ asyncUtilTimeout: 5000 });

// jsdom has no modal dialogs; this much of them is what components rely on.
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false;
};
// Nothing has a place in jsdom, so nothing is ever seen to cross anything.
globalThis.IntersectionObserver ??= class {
  readonly root = null;
  readonly rootMargin = '';
  readonly scrollMargin = '';
  readonly thresholds = [];
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
};
window.scrollTo = () => undefined;
// A test is never at rest: what a page fetches then would come in the middle of another.
window.requestIdleCallback = () => 0;
Element.prototype.scrollIntoView ??= () => undefined;

/** What the page says on the console is a fault: a missing message, a bad key, an unwrapped update. */
beforeEach(() => {
  vi.spyOn(console, 'error');
});

afterEach(() => {
  const stray = strayText();
  cleanup();
  // What was said is said: the next test must not find it.
  for (const region of document.querySelectorAll('body > [aria-live]')) region.textContent = '';
  sessionStorage.clear();
  localStorage.clear();
  const said = vi.mocked(console.error).mock.calls;
  vi.restoreAllMocks();
  expect(said).toEqual([]);
  // A browser that translates the page takes such texts from React.
  expect(stray).toEqual([]);
});
