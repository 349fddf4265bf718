const ends = ['pointerup', 'pointercancel', 'dragend', 'blur'] as const;

/**
 * Calls back at once, or, while a pointer is held down on something, as soon as it is released and
 * has done what it came for. A message that appears between pressing and releasing moves Save from
 * under the pointer, and nothing is saved.
 */
export function afterPress(then: () => void): void {
  if (!document.querySelector(':active')) return then();
  const ended = new AbortController();
  const options = { capture: true, signal: ended.signal };
  for (const end of ends) {
    window.addEventListener(
      end,
      ({ target }) => {
        // A field that is left is no end of the press.
        if (end === 'blur' && target !== window) return;
        ended.abort();
        setTimeout(then);
      },
      options,
    );
  }
}
