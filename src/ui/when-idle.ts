/** Calls back once the page is at rest; after two seconds where the browser does not tell. */
export const whenIdle = (run: () => void): void =>
  void (window.requestIdleCallback ?? ((later: () => void) => setTimeout(later, 2000)))(run);
