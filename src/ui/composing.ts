/** The keys with which a person works an input method: choose, commit, give up, go on. */
const workingKeys = /^(?:Enter|Escape|Tab|Arrow\w+)$/;

type KeyPress = Pick<KeyboardEvent, 'isComposing' | 'keyCode'>;

/**
 * Whether a key press belongs to an input method, as of Chinese, Japanese or Korean, and not to the
 * page. Safari ends the composition before it tells of the key that did so: only its code, 229, still
 * says whose it was (UI Events, § 7.3.1).
 */
export const isComposing = ({ isComposing: within, keyCode }: KeyPress): boolean =>
  within || keyCode === 229;

/**
 * Leaves a key press to the input method that it belongs to: nobody further down hears of it, and the
 * browser neither submits a form, nor closes a dialog, nor moves the focus by it. For
 * `onKeyDownCapture`.
 *
 * @returns whether it belongs to one
 */
export function leaveToInputMethod(event: {
  readonly key: string;
  readonly nativeEvent: KeyPress;
  preventDefault(): void;
  stopPropagation(): void;
}): boolean {
  if (!isComposing(event.nativeEvent)) return false;
  event.stopPropagation();
  // Letters are the text itself.
  if (workingKeys.test(event.key)) event.preventDefault();
  return true;
}
